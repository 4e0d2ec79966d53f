//! Rows that are decoded while the answer arrives, over real HTTP.

mod answers;
mod blocking;
mod memory;
mod packed;
mod server;
mod stream;
mod timing;

use mor_api::{Client, Error, Rows};
use mor_endpoints::call::{Cdr, UserCallsFault, UserCallsGet};

const CALLS: &str = "user_calls_get";

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page>\n<total_calls>2</total_calls>\n\
    <calls_stat>\n<calls>\n";
const TAIL: &str = "</calls>\n</calls_stat>\n</page>\n";

/// The row of a call.
fn row(id: usize) -> String {
    format!(
        "<call><calldate2>2021-07-08 09:10:11</calldate2><clid>37046000001</clid><dispod>ANSWERED(16)</dispod>\
         <dst>37063000001</dst><id>{id}</id><nice_billsec>30</nice_billsec><user_price>1.5</user_price>\
         <uniqueid>1600000000.{id}</uniqueid></call>\n"
    )
}

fn document(rows: usize) -> String {
    let mut xml = HEAD.to_owned();
    (0..rows).for_each(|id| xml.push_str(&row(id)));
    xml + TAIL
}

type Answer = Rows<Cdr, UserCallsGet>;

fn rows(client: &Client) -> Answer {
    client.call(&UserCallsGet::new()).rows()
}

/// All rows before the end or the error; behind either, nothing may come.
async fn drain(mut rows: Answer) -> (u64, Option<Error<UserCallsFault>>) {
    let mut failure = None;
    while let Some(row) = rows.next().await {
        match row {
            Ok(call) => assert_eq!(call.id, Some(rows.count() - 1)),
            Err(error) => failure = Some(error),
        }
    }
    assert!(rows.next().await.is_none());
    (rows.count(), failure)
}
