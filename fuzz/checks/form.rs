//! A request is signed and encoded; the server's parser gets back what was put in, and the hash is over it.

use mor_api::{CallOptions, Credentials, Method, Server};

pub fn check(data: &[u8]) {
    let Some((chosen, texts)) = data.split_first() else { return };
    let Ok(texts) = std::str::from_utf8(texts) else { return };
    let functions = mor_endpoints::functions();
    let function = &functions[usize::from(*chosen) % functions.len()];
    let mut values = texts.split('\u{1f}');
    let mut given = Vec::new();
    let server = Server::new("https://switch.example.com").expect("it is a URL").with_method(Method::Get);
    let caller =
        Credentials::new("some_user").with_key("key-never-shown").with_password("password-never-shown");
    let prepared = function.prepare(&server, &caller, &CallOptions::default(), &mut |name| {
        let value = values.next().filter(|value| !value.is_empty())?;
        given.push((name, value.to_owned()));
        Some(value.to_owned())
    });
    let request = match prepared {
        Ok(request) => request,
        Err(error) => return assert!(!format!("{error} {error:?}").contains("never-shown"), "{error}"),
    };
    let url = request.url();
    assert!(url.is_ascii() && !url.contains([' ', '\r', '\n', '\0']), "{url:?}");
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let parsed: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    assert_eq!(parsed, request.form().collect::<Vec<_>>());
    // Types may write a value another way than it was typed; a name is never lost, invented or sent twice.
    for (index, (name, _)) in parsed.iter().enumerate() {
        assert!(parsed[..index].iter().all(|(other, _)| other != name), "{name} is sent twice");
    }
    for (name, value) in &given {
        let sent = parsed.iter().find(|(sent, _)| sent == name);
        if let Some((_, sent)) = sent.filter(|(_, sent)| sent.len() == value.len()) {
            assert!(
                sent.eq_ignore_ascii_case(value) || sent.parse::<f64>().is_ok(),
                "{name}: {value:?} as {sent:?}"
            );
        }
    }
    if let Some((_, hash)) = parsed.iter().find(|(name, _)| name == "hash") {
        assert!(hash.len() == 40 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()), "{hash}");
    }
}
