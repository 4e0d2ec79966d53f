//! A file from here into the simulator: encoded, streamed, taken apart again by another implementation.

use std::fs;
use std::path::PathBuf;

use mor_api::{
    BodyPart, CallOptions, Client, CommonFault, Credentials, Effect, ErrorKind, Method, Refused, Server,
    Upload,
};
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::{AutodialerUploadNumbers, UploadNumbersFault};
use mor_sim::{Simulator, Verdict};

/// Five lines; campaign 1 has the second number already, and the fourth is none.
const NUMBERS: &str = "37060000003\n37060000002\n37060000004\nnone\n37060000005\n";

fn client(simulator: &Simulator, method: Method) -> Client {
    Client::builder(simulator.url()).username("some_user").api_key("secret").method(method).build().unwrap()
}

fn upload(file: Upload) -> AutodialerUploadNumbers {
    AutodialerUploadNumbers::new(CampaignId(1), file)
}

/// A file that is removed when the test ends.
struct TempFile(PathBuf);

impl TempFile {
    fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = std::env::temp_dir().join(format!("mor-api-{}-{name}", std::process::id()));
        fs::write(&path, content).unwrap();
        Self(path)
    }
}

impl Drop for TempFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[tokio::test]
async fn three_of_five_numbers_from_memory() {
    let simulator = Simulator::start().unwrap();
    let request = upload(Upload::from_bytes("numbers.csv", NUMBERS));
    let imported = client(&simulator, Method::Post).send(&request).await.unwrap();
    assert_eq!(imported.message.0, "3 out of 5 numbers were imported");
    assert_eq!((imported.imported, imported.total), (Some(3), Some(5)));
    assert!(!imported.is_complete());

    let received = simulator.last_request().unwrap();
    assert_eq!(received.method, "POST");
    assert!(received.query.is_empty());
    let names: Vec<&str> = received.form.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["u", "id", "hash"]);
    assert_eq!(received.param("id").as_deref(), Some("1"));
    assert!(matches!(received.verdict, Verdict::Accepted(_)), "{:?}", received.verdict);
    let file = &received.files[0];
    assert_eq!((file.field.as_str(), file.file_name.as_str()), ("file", "numbers.csv"));
    assert_eq!(file.content, NUMBERS.as_bytes());
}

#[tokio::test]
async fn the_same_from_a_path_whatever_the_method() {
    for method in [Method::Post, Method::PostQuery] {
        let simulator = Simulator::start().unwrap();
        let file = TempFile::new("path.csv", NUMBERS);
        let request = upload(Upload::from_path(&file.0).with_file_name("list \"5\".csv"));
        let imported = client(&simulator, method).send(&request).await.unwrap();
        assert_eq!((imported.imported, imported.total), (Some(3), Some(5)));

        let received = simulator.last_request().unwrap();
        assert_eq!(received.files[0].content, NUMBERS.as_bytes());
        assert_eq!(received.files[0].file_name, "list %225%22.csv");
        let length = received.headers.iter().find(|(name, _)| name == "content-length");
        assert!(length.is_some(), "the server is told the length: {:?}", received.headers);
    }
}

#[tokio::test]
async fn a_file_of_several_pieces_arrives_whole() {
    let simulator = Simulator::start().unwrap();
    let note = "x".repeat(4000);
    let numbers: String = (0..500).map(|number| format!("37061{number:06},{note}\n")).collect();
    let file = TempFile::new("large.csv", &numbers);
    let imported = client(&simulator, Method::Post).send(&upload(Upload::from_path(&file.0))).await.unwrap();
    assert_eq!((imported.imported, imported.total), (Some(500), Some(500)));
    assert!(imported.is_complete());
    assert_eq!(simulator.last_request().unwrap().files[0].content, numbers.as_bytes());
}

#[test]
fn the_blocking_client_streams_as_well() {
    let simulator = Simulator::start().unwrap();
    let file = TempFile::new("blocking.csv", NUMBERS);
    let client = Client::builder(simulator.url()).username("some_user").api_key("secret");
    let imported = client.build_blocking().unwrap().send(&upload(Upload::from_path(&file.0))).unwrap();
    assert_eq!((imported.imported, imported.total), (Some(3), Some(5)));
}

#[tokio::test]
async fn the_documented_errors() {
    let simulator = Simulator::start().unwrap();
    let client = client(&simulator, Method::Post);
    let refused = async |request: AutodialerUploadNumbers, caller: &str| {
        client.call(&request).as_user(caller).send().await.unwrap_err().refused().cloned().unwrap()
    };
    let csv = || Upload::from_bytes("a.csv", NUMBERS);
    let empty = TempFile::new("empty.csv", "");
    assert_eq!(
        refused(upload(Upload::from_bytes("a.csv", "")), "some_user").await,
        Refused::Known(UploadNumbersFault::EmptyFile)
    );
    assert_eq!(
        refused(upload(Upload::from_path(&empty.0)), "some_user").await,
        Refused::Known(UploadNumbersFault::EmptyFile)
    );
    let missing = AutodialerUploadNumbers::new(CampaignId(99), csv());
    assert_eq!(refused(missing, "some_user").await, Refused::Known(UploadNumbersFault::CampaignNotFound));
    assert_eq!(refused(upload(csv()), "nobody").await.common(), Some(&CommonFault::AccessDenied));
    assert_eq!(refused(upload(csv()), "accountant").await.common(), Some(&CommonFault::NotAuthorized));

    let wrong_key = Client::builder(simulator.url()).username("some_user").api_key("wrong").build().unwrap();
    let error = wrong_key.send(&upload(csv())).await.unwrap_err();
    assert_eq!(error.common(), Some(&CommonFault::IncorrectHash));
}

#[tokio::test]
async fn what_cannot_be_uploaded_is_never_sent() {
    let simulator = Simulator::start().unwrap();
    for (file, method, problem) in [
        (Upload::from_bytes("numbers.txt", NUMBERS), Method::Post, "must end in .csv"),
        (Upload::from_bytes("NUMBERS.CSV", NUMBERS), Method::Post, "must end in .csv"),
        (Upload::from_bytes("numbers.csv", NUMBERS), Method::Get, "cannot be sent by GET"),
    ] {
        let error = client(&simulator, method).send(&upload(file)).await.unwrap_err();
        assert!(error.to_string().contains(problem), "{error}");
        assert!(matches!(error.kind(), ErrorKind::Request(_)) && !error.may_have_been_sent());
    }
    for path in ["/nowhere/numbers.csv".into(), std::env::temp_dir()] {
        let request = upload(Upload::from_path(path).with_file_name("numbers.csv"));
        let error = client(&simulator, Method::Post).send(&request).await.unwrap_err();
        assert!(error.to_string().contains("could not be read"), "{error}");
        assert!(!error.may_have_been_sent() && !error.is_retryable());
    }
    assert!(simulator.requests().is_empty());
}

#[test]
fn without_a_client_the_body_comes_in_pieces_or_whole() {
    let server = Server::new("https://switch.example.com").unwrap();
    let credentials = Credentials::new("campgain_user").with_key("secret");
    let file = TempFile::new("pieces.csv", NUMBERS);
    let prepare = |file| server.prepare(&upload(file), &credentials, &CallOptions::default()).unwrap();

    let from_path = prepare(Upload::from_path(&file.0).with_file_name("numbers.csv"));
    assert_eq!((from_path.method(), from_path.effect()), (http::Method::POST, Effect::Write));
    assert_eq!(from_path.url(), "https://switch.example.com/billing/api/autodialer_upload_numbers");
    assert!(matches!(from_path.body().nth(1), Some(BodyPart::File(path)) if path == file.0));
    assert_eq!(from_path.content_length(), None);

    let from_bytes = prepare(Upload::from_bytes("numbers.csv", NUMBERS));
    let length = from_bytes.content_length().unwrap();
    assert_eq!(from_path.read_body().unwrap().len() as u64, length);
    let http = from_bytes.clone().into_http().unwrap();
    assert_eq!(http.body().len() as u64, length);
    let content_type = http.headers()[http::header::CONTENT_TYPE].to_str().unwrap();
    assert_eq!(Some(content_type), from_bytes.content_type());
    let (_, boundary) = content_type.split_once("multipart/form-data; boundary=").unwrap();
    assert!(http.body().ends_with(format!("\r\n--{boundary}--\r\n").as_bytes()));

    // The vendor's worked example: only the ID and the key are hashed, the file never is.
    let form: Vec<(String, String)> = from_bytes.form().collect();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let hash = "bc2f114099d16656d37e45fd9e8744cb9386d462";
    let expected =
        [pair("u", "campgain_user"), pair("id", "1"), pair("file", "numbers.csv"), pair("hash", hash)];
    assert_eq!(form, expected);
    let explanation =
        server.explain(&upload(Upload::from_path("a.csv")), &credentials, &CallOptions::default());
    assert_eq!(explanation.unwrap().hash_parts, [("id".to_owned(), "1".to_owned())]);
}
