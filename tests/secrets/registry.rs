//! Every function of the API that takes a secret, with a secret in it.

use mor_api::{CallOptions, Credentials, Kind, Method, ParamSpec, Secret, Server};
use mor_endpoints::Function;

use crate::exceptions;
use crate::planted::{KEY, PASSWORD};

/// The text of a secret parameter: recognisable, whatever the function.
fn planted(name: &str) -> String {
    // Checked before it is sent.
    let scheme = if name.starts_with("webhook_url") { "https://" } else { "" };
    format!("{scheme}planted-value-of-{name}")
}

/// Some text of the parameter's kind.
fn plain(param: &ParamSpec) -> String {
    let text = match param.kind {
        Kind::Choice(words) => words.first().copied().unwrap_or_default(),
        Kind::Decimal => "12.50",
        Kind::FlagWord => "true",
        Kind::DateTime => "2021-02-03 04:05:06",
        Kind::Date => "2021-02-03",
        Kind::Time => "04:05:06",
        Kind::Email => "ona@example.com",
        Kind::Ip => "192.0.2.1",
        Kind::Phone => "37060000001",
        _ => "1",
    };
    text.to_owned()
}

fn text_of(function: &Function, name: &str) -> Option<String> {
    let spec = function.spec();
    let param = spec.param(name)?;
    if param.kind == Kind::Secret && !exceptions::excludes(spec.function, name) {
        return Some(planted(name));
    }
    let wanted = param.required || exceptions::completes(spec.function, name);
    wanted.then(|| exceptions::value(spec.function, name).map_or_else(|| plain(param), str::to_owned))
}

fn has_secrets(function: &Function) -> bool {
    function.spec().params.iter().any(|param| param.kind == Kind::Secret)
}

#[track_caller]
fn assert_hidden(function: &Function, printed: &str) {
    for secret in ["planted", KEY, PASSWORD] {
        assert!(!printed.contains(secret), "{}: {secret} in {printed}", function.spec().function);
    }
}

#[test]
fn every_function_with_a_secret_shows_none() {
    let credentials = Credentials::new("bob").with_key(KEY).with_password(PASSWORD);
    let options = CallOptions::default();
    let mut tried = 0;
    for function in mor_endpoints::functions().iter().filter(|function| has_secrets(function)) {
        let name = function.spec().function;
        let text = || |parameter: &'static str| text_of(function, parameter);
        let shown = function.debug_request(&mut text()).unwrap();
        assert!(shown.contains("***"), "{name}: {shown}");
        assert_hidden(function, &shown);
        for method in [Method::Post, Method::PostQuery, Method::Get] {
            let server = Server::new("https://switch.example.com").unwrap().with_method(method);
            let request = function.prepare(&server, &credentials, &options, &mut text()).unwrap();
            assert_hidden(function, &format!("{request:?} {request:#?}"));
            let sent: Vec<_> = request.form().filter(|(_, value)| value.contains("planted")).collect();
            assert!(!sent.is_empty(), "{name}: the secrets were there to be shown");
            let explanation = function.explain(&server, &credentials, &options, &mut text()).unwrap();
            assert_hidden(function, &format!("{explanation} {explanation:?} {:?}", explanation.form));
        }
        tried += 1;
    }
    assert!(tried >= 27, "{tried} functions have secret parameters");
}

/// A request that cannot be made says why, and repeats no secret.
#[test]
fn requests_that_cannot_be_made() {
    let server = Server::new("https://switch.example.com").unwrap();
    let credentials = Credentials::new("bob").with_key(KEY);
    let mut refused = 0;
    for function in mor_endpoints::functions() {
        for param in function.spec().params {
            // The secret where something else should be: in the wrong place of a table, say.
            let mut texts = |name: &'static str| {
                if name == param.name && Secret::is_secret_name(name) { Some(planted(name)) } else { None }
            };
            for made in [
                function.debug_request(&mut texts),
                function
                    .prepare(&server, &credentials, &CallOptions::default(), &mut texts)
                    .map(|request| format!("{request:?}")),
            ] {
                match made {
                    Ok(shown) => assert_hidden(function, &shown),
                    Err(error) => {
                        refused += 1;
                        assert_hidden(function, &format!("{error} {error:?}"));
                    }
                }
            }
        }
    }
    assert!(refused > 100, "{refused}");
}

/// What has the name of a secret has the type of one, so that the tests above see it.
#[test]
fn names_and_types_agree() {
    for function in mor_endpoints::functions() {
        for param in function.spec().params {
            if param.kind == Kind::Text {
                let named = Secret::is_secret_name(param.name);
                assert!(!named, "{}: {}", function.spec().function, param.name);
            }
        }
    }
}
