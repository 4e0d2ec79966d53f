//! One path, a number of times, for a tool that counts instructions: `instructions PATH TIMES`.
//!
//! The difference of two runs divided by that of their times is what the path costs by itself.

use core::hint::black_box;

use http::{HeaderMap, StatusCode};
use mor_api::{Hash, decode_answer};
use mor_bench::Result;
use mor_bench::answers::List;
use mor_bench::requests::Parts;
use mor_endpoints::call::UserCallsGet;
use mor_endpoints::did::DidsGet;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which path?")?;
    let times: u32 = arguments.next().ok_or("how many times?")?.parse()?;
    let Parts { server, credentials, options, payment } = Parts::new()?;
    let did = List::Dids.text(1, 1);
    let calls = List::Calls.text(100, 1);
    let headers = HeaderMap::new();
    for _ in 0..times {
        match path.as_str() {
            "sign" => drop(black_box(Hash::of_call(black_box(&payment), &credentials, &options)?)),
            "prepare" => drop(black_box(server.prepare(black_box(&payment), &credentials, &options)?)),
            "decode_one_row" => {
                let body = black_box(did.as_bytes());
                drop(black_box(decode_answer::<DidsGet>(StatusCode::OK, &headers, body)?));
            }
            "decode_100_rows" => {
                let body = black_box(calls.as_bytes());
                drop(black_box(decode_answer::<UserCallsGet>(StatusCode::OK, &headers, body)?));
            }
            _ => return Err("no such path".into()),
        }
    }
    Ok(())
}
