//! Answers in an archive, and answers that a web server compressed on the way.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use mor_api::{Client, CommonFault, DecodeErrorKind, Error, ErrorKind, Unexpected};
use mor_endpoints::TariffId;
use mor_endpoints::tariff::{DestinationRates, TariffRates, TariffRatesFault, TariffRatesGet, WholesaleRate};
use mor_sim::{Answer, Fault, Simulator};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::streaming::{CALLS, document, drain, rows};
use crate::support::{builder, client, simulator};

pub const RATES: &str = "tariff_rates_get";

/// A wholesale tariff with so many rates.
pub fn tariff(rates: usize) -> String {
    let head = "<page><pagename>Tariff</pagename><tariff_name>A</tariff_name><purpose>provider</purpose>\
        <currency>EUR</currency><rates>\n";
    let rates = (0..rates).map(|id| {
        format!(
            "<rate><direction>Lithuania</direction><destination>Mobile</destination><prefix>{id}</prefix>\
             <code>LTU</code><tariff_rate>0.0{id}</tariff_rate><con_fee>0</con_fee><increment>1</increment>\
             <min_time>0</min_time><start_time>00:00:00</start_time><end_time>23:59:59</end_time>\
             <daytype></daytype></rate>\n"
        )
    });
    head.to_owned() + &rates.collect::<String>() + "</rates></page>"
}

pub fn zipped(content: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("get_tariff_1.xml", SimpleFileOptions::default()).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap().into_inner()
}

pub fn gzipped(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn compressed(body: Vec<u8>) -> Answer {
    Answer::xml(body).with_header("Content-Encoding", "gzip")
}

fn answering(function: &str, answer: Answer) -> Simulator {
    let simulator = simulator();
    simulator.on(function).respond(answer);
    simulator
}

/// All rates before the end or the error.
pub async fn rates(client: &Client) -> (u64, Option<Error<TariffRatesFault>>) {
    let mut rows =
        client.call(&TariffRatesGet::new()).rows_at::<WholesaleRate>(TariffRates::WHOLESALE_ROWS).unwrap();
    let mut failure = None;
    while let Some(row) = rows.next().await {
        match row {
            Ok(rate) => assert_eq!(rate.prefix, (rows.count() - 1).to_string()),
            Err(error) => failure = Some(error),
        }
    }
    (rows.count(), failure)
}

/// The rates of an archive, and what is wrong with it.
async fn bad_zip(archive: Vec<u8>) -> (u64, String) {
    let simulator = answering(RATES, Answer::text(archive));
    match rates(&client(&simulator)).await {
        (count, Some(error)) => {
            assert_eq!(error.rows_before(), count);
            match error.kind() {
                ErrorKind::Unexpected(Unexpected::BadZip(why)) => (count, why.clone()),
                other => panic!("{other:?}"),
            }
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn rows_come_out_of_an_archive_and_plain_ones_still_do() {
    let xml = tariff(5000);
    for answer in [Answer::text(zipped(xml.as_bytes())), Answer::xml(xml), Answer::xml(tariff(0))] {
        let expected = if answer.body.len() < 1000 { 0 } else { 5000 };
        let (count, error) = rates(&client(&answering(RATES, answer))).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(count, expected);
    }
}

#[tokio::test]
async fn the_simulators_own_archive_has_the_same_rows_whole_and_streamed() {
    let simulator = simulator();
    let client = Client::builder(simulator.url()).username("admin").api_key("secret").build().unwrap();
    let request = TariffRatesGet::new().tariff_id(TariffId(15));
    let whole = client.send(&request).await.unwrap();
    let mut rows = client.call(&request).rows_at::<DestinationRates>(TariffRates::RETAIL_ROWS).unwrap();
    let mut streamed = Vec::new();
    while let Some(row) = rows.next().await {
        streamed.push(row.unwrap());
    }
    assert!(!streamed.is_empty());
    assert_eq!(streamed, whole.tariffs[0].destinations);
}

#[tokio::test]
async fn what_is_in_an_archive_may_be_no_list() {
    for content in [
        &b"<page><error>No tariff found</error></page>"[..],
        b"<page><status><error>Bad login</error></status></page>",
        b"<html><body>Login</body></html>",
        b"",
        b" \n",
        b"no tariff",
        &zipped(b"<page/>"),
    ] {
        let simulator = answering(RATES, Answer::text(zipped(content)));
        let client = client(&simulator);
        let whole = client.send(&TariffRatesGet::new()).await.unwrap_err();
        let (count, streamed) = rates(&client).await;
        let streamed = streamed.unwrap();
        assert_eq!(format!("{:?}", streamed.kind()), format!("{:?}", whole.kind()));
        assert_eq!((count, streamed.to_string()), (0, whole.to_string()));
        assert!(streamed.answer_received().unwrap().body().starts_with(b"PK"));
    }
    let simulator = answering(RATES, Answer::text(zipped(b"<page><error>Bad login</error></page>")));
    let (_, error) = rates(&client(&simulator)).await;
    assert_eq!(error.unwrap().common(), Some(&CommonFault::BadLogin));
}

#[tokio::test]
async fn a_function_that_sends_no_archives_has_none_unpacked() {
    let simulator = answering(CALLS, Answer::text(zipped(document(1).as_bytes())));
    let (_, error) = drain(rows(&client(&simulator))).await;
    assert!(matches!(error.unwrap().kind(), ErrorKind::Unexpected(Unexpected::Zip)));
}

#[tokio::test]
async fn an_archive_that_ends_too_early_or_is_damaged_says_after_how_many_rows() {
    let archive = zipped(tariff(5000).as_bytes());
    let (count, why) = bad_zip(archive[..archive.len() / 2].to_vec()).await;
    assert!((1..5000).contains(&count), "{count}");
    assert_eq!(why, "it ends too early");
    // All rows have come, and then the directory is not whole.
    assert_eq!(bad_zip(archive[..archive.len() - 1].to_vec()).await, (5000, "it ends too early".to_owned()));

    let mut damaged = archive.clone();
    damaged[14] ^= 1;
    assert_eq!(bad_zip(damaged).await, (5000, "its file has another checksum than it says".to_owned()));
    let mut damaged = archive;
    damaged[18] ^= 1;
    assert_eq!(bad_zip(damaged).await.1.split(' ').next(), Some("its"));
}

#[tokio::test]
async fn a_connection_that_breaks_inside_an_archive_is_lost() {
    let archive = zipped(tariff(5000).as_bytes());
    let simulator = simulator();
    let half = archive.len() / 2;
    simulator
        .on(RATES)
        .respond_with(move |_| Answer::text(archive.clone()).with_content_type("application/zip"));
    simulator.on(RATES).fail(Fault::CutConnection { after: half });
    let client = client(&simulator);
    let request = TariffRatesGet::new();
    let mut rows = client.call(&request).rows_at::<DestinationRates>(TariffRates::RETAIL_ROWS).unwrap();
    let error = loop {
        match rows.next().await {
            Some(Ok(_)) => {}
            Some(Err(error)) => break error,
            None => panic!("the connection did not break"),
        }
    };
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error:?}");
    assert!(error.is_retryable());
}

/// A path that leads past the rows is an error, not an empty list.
#[tokio::test]
async fn a_retail_tariff_has_no_wholesale_rates() {
    let (count, error) = rates(&client(&simulator())).await;
    let error = error.unwrap();
    let ErrorKind::Decode(decode) = error.kind() else { panic!("{error:?}") };
    assert_eq!((count, decode.kind()), (0, &DecodeErrorKind::NoRows("destination".to_owned())));
}

#[tokio::test]
async fn a_compressed_answer_is_decoded_whole_and_streamed() {
    let xml = document(5000);
    let simulator = answering(CALLS, compressed(gzipped(xml.as_bytes())));
    let client = client(&simulator);
    let whole = client.send(&mor_endpoints::call::UserCallsGet::new()).await.unwrap();
    assert_eq!(whole.calls.len(), 5000);
    let (count, error) = drain(rows(&client)).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(count, 5000);
    let headers = simulator.last_request().unwrap().headers;
    assert!(headers.contains(&("accept-encoding".to_owned(), "gzip".to_owned())), "{headers:?}");
}

#[tokio::test]
async fn the_limit_on_the_size_of_answers_is_one_on_what_is_unpacked() {
    let bomb = gzipped(&vec![b' '; 20 << 20]);
    assert!(bomb.len() < 300_000, "{}", bomb.len());
    let simulator = answering(CALLS, compressed(bomb));
    let client = builder(&simulator).max_body(1 << 20).build().unwrap();
    let error = client.send(&mor_endpoints::call::UserCallsGet::new()).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(error) if error.is_permanent()), "{error:?}");
    assert!(error.to_string().contains("limit of 1048576 bytes"), "{error}");
}

#[tokio::test]
async fn a_compressed_answer_that_ends_too_early_or_is_damaged_is_an_error() {
    let whole = gzipped(document(5000).as_bytes());
    let half = whole[..whole.len() / 2].to_vec();
    let mut damaged = whole.clone();
    let checksum = damaged.len() - 8;
    damaged[checksum] ^= 1;
    for (body, rows_before) in [(half, 1..5000), (damaged, 1..5001)] {
        let simulator = answering(CALLS, compressed(body));
        let client = client(&simulator);
        let error = client.send(&mor_endpoints::call::UserCallsGet::new()).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error:?}");
        let (count, error) = drain(rows(&client)).await;
        let error = error.unwrap();
        assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error:?}");
        assert!(rows_before.contains(&count) && error.rows_before() == count, "{count}");
    }
}
