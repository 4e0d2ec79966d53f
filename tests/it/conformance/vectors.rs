//! Every published worked example of a hash, through the typed endpoints.

use mor_api::{CallOptions, Credentials, Server};

use crate::conformance::exceptions;
use crate::conformance::support::{assert_none, pairs};

#[test]
fn every_published_vector_is_reproduced() {
    let server = Server::new("https://switch.example.com").unwrap();
    let mut wrong = Vec::new();
    let mut reproduced = 0;
    for (function, facts) in pairs() {
        for (index, vector) in facts.vectors.iter().enumerate() {
            let (Some(request), Some(key)) = (&vector.request, &vector.key) else { continue };
            if !vector.ok || exceptions::vector(&facts.name, index).is_some() {
                continue;
            }
            let query = request.rsplit_once('?').map_or(request.as_str(), |(_, query)| query);
            let pairs: Vec<(String, String)> =
                form_urlencoded::parse(query.as_bytes()).into_owned().collect();
            let value =
                |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
            let mut credentials = Credentials::new(value("u").unwrap_or_default()).with_key(key.as_str());
            if let Some(password) = value("p") {
                credentials = credentials.with_password(password);
            }
            match function.explain(&server, &credentials, &CallOptions::default(), &mut |name| value(name)) {
                Ok(explanation) if explanation.hash.as_ref() == Some(&vector.sha1) => reproduced += 1,
                Ok(explanation) => {
                    let parts = &explanation.hash_parts;
                    wrong.push(format!("{} vector {index} ({request}): hashed {parts:?}", facts.name));
                }
                Err(error) => wrong.push(format!("{} vector {index} ({request}): {error}", facts.name)),
            }
        }
    }
    assert_none(&wrong);
    let all = std::env::var_os("CONFORMANCE_GROUP").is_none();
    assert!(!all || reproduced > 100, "only {reproduced} vectors");
}

#[test]
fn no_exception_is_stale() {
    for (name, index, _) in exceptions::VECTORS {
        let facts = mor_sim::catalog::find(name).unwrap();
        assert!(facts.vectors.get(*index).is_some_and(|vector| vector.ok), "{name} {index}");
    }
}
