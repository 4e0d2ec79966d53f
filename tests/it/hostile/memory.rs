//! Floods over HTTP: what the client says, and how much memory it takes, measured in a process of its own each.

use std::io::{self, Write};
use std::process::Command;

use mor_api::{Client, Endpoint, Error, RetryPolicy};
use mor_endpoints::call::UserCallsGet;
use mor_endpoints::tariff::TariffRatesGet;
use mor_endpoints::user::UserDetailsRawGet;
use mor_endpoints::{TariffId, UserId};

use crate::hostile::seeds::{gzipped, zipped};
use crate::support::raw::{Connection, RawServer};
use crate::support::{poll, texts};

const URL: &str = "MOR_TEST_FLOOD_URL";
const HOW: &str = "MOR_TEST_FLOOD_HOW";

/// The limits that the caller sets here.
const MAX_BODY: u64 = 4 << 20;
const MAX_ROW: usize = 1 << 20;
/// A connection, its buffers and the body.
const ONE_BODY: u64 = 20 << 10;

type Script = fn(&mut Connection) -> io::Result<()>;

struct Flood {
    what: &'static str,
    /// The call that meets it: `poll`, `user`, `tariff` or `rows`.
    how: &'static str,
    /// What the server sends.
    script: Script,
    /// What the error says.
    says: &'static str,
    /// How many KiB the call may take at most.
    memory: u64,
}

const GIB: u64 = 1 << 30;

const FLOODS: &[Flood] = &[
    Flood {
        what: "a body of 1 GiB of which nothing is known beforehand",
        how: "poll",
        script: |connection| {
            connection.head()?;
            connection.send("<page>")?;
            connection.flood(b" \n", GIB)
        },
        says: "the answer is larger than the limit of 4194304 bytes",
        memory: ONE_BODY,
    },
    Flood {
        what: "an announced body of 1 GiB",
        how: "poll",
        script: |connection| {
            connection.send(format!("HTTP/1.1 200 OK\r\ncontent-length: {GIB}\r\n\r\n<page>"))?;
            connection.flood(b" \n", GIB)
        },
        says: "the answer is larger than the limit of 4194304 bytes",
        memory: ONE_BODY,
    },
    Flood {
        what: "chunks of 1 GiB",
        how: "poll",
        script: |connection| {
            connection.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n40000000\r\n")?;
            connection.flood(b"<page>", GIB)
        },
        says: "the answer is larger than the limit of 4194304 bytes",
        memory: ONE_BODY,
    },
    Flood {
        what: "a page of 1 GiB, read row by row",
        how: "rows",
        script: |connection| {
            connection.head()?;
            connection.flood(b"<html>", GIB)
        },
        says: "the answer is an HTML page",
        memory: ONE_BODY,
    },
    Flood {
        what: "a row of 1 GiB",
        how: "rows",
        script: |connection| {
            connection.head()?;
            connection.send("<page><calls_stat><calls><call><clid>")?;
            connection.flood(b"x", GIB)
        },
        says: "a row `page/calls_stat/calls/call`, or what stands beside the rows, is larger than the limit",
        memory: ONE_BODY,
    },
    Flood {
        what: "1 GiB before the first row",
        how: "rows",
        script: |connection| {
            connection.head()?;
            connection.send("<page><calls_stat>")?;
            connection.flood(b"<a></a>\n", GIB)
        },
        says: "larger than the limit",
        memory: ONE_BODY,
    },
    Flood {
        what: "blanks without end in place of a list",
        how: "rows",
        script: |connection| {
            connection.head()?;
            connection.flood(b" \r\n", GIB)
        },
        says: "larger than the limit",
        memory: ONE_BODY,
    },
    Flood {
        what: "attributes without end",
        how: "rows",
        script: |connection| {
            connection.head()?;
            connection.send("<page><calls_stat><calls><call")?;
            connection.flood(b" a='1'", GIB)
        },
        says: "larger than the limit",
        memory: ONE_BODY,
    },
    Flood {
        what: "a compressed answer that unpacks to 16 MiB",
        how: "poll",
        script: |connection| {
            connection.send("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n")?;
            connection.send(gzipped(&vec![b' '; 16 << 20]))
        },
        says: "the answer is larger than the limit of 4194304 bytes",
        memory: ONE_BODY,
    },
    Flood {
        what: "an archive that unpacks to 16 MiB",
        how: "tariff",
        script: |connection| {
            connection.head()?;
            connection.send(zipped(&vec![b' '; 16 << 20]))
        },
        says: "unpacks to more than the limit of 4194304 bytes",
        memory: ONE_BODY,
    },
    Flood {
        what: "half a million elements that nobody declared",
        how: "user",
        script: |connection| {
            connection.head()?;
            connection.send("<page><id>2</id><username>a</username><password>b</password>")?;
            connection.flood(b"<a/>", 2_000_000)?;
            connection.send("</a></page>")
        },
        says: "is not well-formed XML",
        // 16 times the body, and 64 MiB.
        memory: 96 << 10,
    },
    Flood {
        what: "a poll of a million answers",
        how: "poll",
        script: |connection| {
            connection.head()?;
            connection.send("<page><status><ivr_poll_results_string>1")?;
            connection.flood(b",", 1_000_000)?;
            connection.send("</ivr_poll_results_string></status></page><page/>")
        },
        says: "something follows the end of the document",
        memory: 64 << 10,
    },
    Flood {
        what: "a refusal of 4 MB",
        how: "poll",
        script: |connection| {
            connection.head()?;
            connection.send("<page><error>")?;
            connection.flood(b"no ", 4_000_000)?;
            connection.send("</error></page>")
        },
        says: "MOR refused: no no no",
        memory: 2 * ONE_BODY,
    },
];

/// The most memory this process has had, in KiB; not known everywhere.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_ascii_whitespace().nth(1)?.parse().ok()
}

/// Calls what the other test serves; without it, nothing.
#[tokio::test]
async fn child() {
    let (Ok(url), Ok(how)) = (std::env::var(URL), std::env::var(HOW)) else { return };
    let builder = Client::builder(url).username("some_user").api_key("secret");
    let client = builder.max_body(MAX_BODY).max_row(MAX_ROW).retries(RetryPolicy::none()).build().unwrap();
    let before = peak();
    let said = match how.as_str() {
        "poll" => error_of(&client, &poll()).await,
        "user" => error_of(&client, &UserDetailsRawGet::by_id(UserId(2))).await,
        "tariff" => error_of(&client, &TariffRatesGet::new().tariff_id(TariffId(2))).await,
        "rows" => {
            let request = UserCallsGet::new();
            let mut rows = client.call(&request).rows();
            rows.next().await.and_then(Result::err).map(|error| texts(&error).join(": "))
        }
        other => panic!("{other}"),
    };
    let grown = peak().zip(before).map_or(0, |(after, before)| after - before);
    writeln!(io::stdout(), "\nGROWN {grown}\nSAID {}", said.unwrap_or_default()).unwrap();
}

async fn error_of<E: Endpoint + Sync>(client: &Client, request: &E) -> Option<String>
where
    Error<E::Fault>: std::error::Error,
{
    client.send(request).await.err().map(|error| texts(&error).join(": "))
}

#[test]
fn floods_are_errors_within_the_limits() {
    let mut wrong = Vec::new();
    for flood in FLOODS {
        let server = RawServer::start(flood.script);
        let started = std::time::Instant::now();
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "hostile::memory::child", "--nocapture"])
            .env(URL, server.url())
            .env(HOW, flood.how)
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        let line = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        let (grown, said) = (line("GROWN "), line("SAID "));
        println!("{}: {grown} KiB, {:?}, {said:.200}", flood.what, started.elapsed());
        let grown = grown.parse::<u64>().unwrap_or(u64::MAX);
        if grown > flood.memory || !said.contains(flood.says) || said.len() > 8 << 10 {
            wrong.push(format!("{}: {grown} of {} KiB, {said:.300} {text:.300}", flood.what, flood.memory));
        }
        // Some megabytes are in the buffers of the operating system.
        if server.sent() > 64 << 20 {
            wrong.push(format!("{}: {} bytes were taken", flood.what, server.sent()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
