//! Every request over real HTTP, with all its parameters and with the required ones alone: the simulator checks the hash
//! by rules it got from somebody else.

use mor_api::{CallOptions, Credentials, HttpTransport, Kind, ParamSpec, PreparedRequest, Server, Transport};
use mor_endpoints::Function;
use mor_sim::{NotChecked, Simulator, Verdict};

use crate::conformance::exceptions;
use crate::conformance::support::{assert_none, pairs};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Fill {
    All,
    Required,
}

#[tokio::test]
async fn every_request_is_accepted_by_the_simulators_hash_check() {
    let simulator = Simulator::start().unwrap();
    let server = Server::new(&simulator.url()).unwrap();
    let transport = HttpTransport::new().unwrap();
    let mut wrong = Vec::new();
    for (function, _) in pairs() {
        for fill in [Fill::All, Fill::Required] {
            let request = match prepare(function, &server, fill) {
                Ok(request) => request,
                Err(error) => {
                    wrong.push(format!("{fill:?}: {error}"));
                    continue;
                }
            };
            let name = function.spec().function;
            match transport.send(request).await {
                Ok(answer) if answer.status() == 200 => {}
                Ok(answer) if exceptions::is_not_simulated(name) => {
                    assert_eq!(answer.status(), 501, "{name}")
                }
                other => wrong.push(format!("{name} {fill:?}: {other:?}")),
            }
            let verdict = simulator.last_request().map(|request| request.verdict);
            if !is_fine(function, verdict.as_ref()) {
                wrong.push(format!(
                    "{name} {fill:?}: {}",
                    verdict.map_or_else(String::new, |v| v.to_string())
                ));
            }
        }
    }
    assert_none(&wrong);
}

fn is_fine(function: &Function, verdict: Option<&Verdict>) -> bool {
    match verdict {
        Some(Verdict::Accepted(_)) => function.spec().signed,
        Some(Verdict::NotChecked(NotChecked::NoHash)) => !function.spec().signed,
        _ => false,
    }
}

fn prepare(
    function: &Function,
    server: &Server,
    fill: Fill,
) -> Result<PreparedRequest, mor_api::RequestError> {
    let spec = function.spec();
    let credentials = Credentials::new("admin").with_key("secret").with_password("admin1");
    function.prepare(server, &credentials, &CallOptions::default(), &mut |name| {
        let param = spec.param(name)?;
        let wanted = match fill {
            Fill::All => !exceptions::excludes(spec.function, name),
            Fill::Required => param.required || exceptions::completes(spec.function, name),
        };
        wanted.then(|| exceptions::value(spec.function, name).map_or_else(|| value(param), str::to_owned))
    })
}

/// Some text of the parameter's kind. The caller's own names must be those of somebody the simulator knows.
fn value(param: &ParamSpec) -> String {
    let text = match (param.name, param.kind) {
        ("u" | "username", _) => "admin",
        (_, Kind::Choice(words)) => words.first().copied().unwrap_or_default(),
        (_, Kind::Decimal) => "12.50",
        (_, Kind::Flag) => "1",
        (_, Kind::FlagWord) => "true",
        (_, Kind::UnixTime) => "1252454580",
        (_, Kind::DateTime) => "2021-02-03 04:05:06",
        (_, Kind::Date) => "2021-02-03",
        (_, Kind::Time) => "04:05:06",
        (_, Kind::List) => "1,2",
        (_, Kind::Email) => "ona@example.com",
        (_, Kind::Ip) => "192.0.2.7",
        (_, Kind::Phone) => "37060000001",
        (_, Kind::Xml) => "<tariff><name>Retail</name><id>7</id><destinations/></tariff>",
        (_, Kind::File) => concat!(env!("CARGO_MANIFEST_DIR"), "/it/conformance/numbers.csv"),
        // A number that is a text, an ID and a count.
        _ => "7",
    };
    text.to_owned()
}
