//! Endpoints that end in a set of parameters.

use mor_api::{CallOptions, Credentials, Endpoint, FromXml, HashSlot, Kind, ParamSet, Params, Server};

/// Settings of a queue.
#[derive(Debug, Clone, Default, PartialEq, Eq, ParamSet)]
struct QueueSettings {
    /// Seconds until the next phone rings.
    ///
    /// More.
    retry: Option<u32>,
    #[mor(rename = "ringinuse")]
    ring_in_use: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(function = "queue_update", effect = write, response = Answer)]
struct QueueUpdate {
    #[nohash]
    name: Option<String>,
    #[hash(order = 1)]
    queue_id: u64,
    /// What to change.
    #[mor(flatten)]
    settings: QueueSettings,
}

#[derive(Debug, Endpoint)]
#[mor(function = "queues_update", effect = write, response = Answer)]
struct QueuesUpdate {
    #[mor(flatten)]
    settings: QueueSettings,
}

#[derive(Debug, FromXml)]
#[mor(root = "page")]
struct Answer {}

fn request() -> QueueUpdate {
    let settings = QueueSettings::new().retry(5_u32).ring_in_use(true);
    QueueUpdate::new(7_u64).name("Sales").settings(settings)
}

fn server() -> Server {
    Server::new("https://switch.example.com").unwrap()
}

fn form<E: Endpoint>(request: &E) -> Vec<(String, String)> {
    let credentials = Credentials::new("bob");
    server().prepare(request, &credentials, &CallOptions::default()).unwrap().form().collect()
}

fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}

#[test]
fn parameters_of_the_set_follow_those_of_the_struct() {
    let params = QueueUpdate::SPEC.params;
    let names: Vec<&str> = params.iter().map(|param| param.name).collect();
    assert_eq!(names, ["name", "queue_id", "retry", "ringinuse"]);
    assert_eq!(params[2..], *QueueSettings::PARAMS);
    let ring_in_use = QueueUpdate::SPEC.param("ringinuse").unwrap();
    assert_eq!((ring_in_use.field, ring_in_use.kind), ("ring_in_use", Kind::Flag));
    assert_eq!((ring_in_use.hash_order, ring_in_use.required), (None, false));
    assert_eq!(QueueUpdate::SPEC.param("retry").unwrap().doc, "Seconds until the next phone rings.");
    assert_eq!(QueueUpdate::SPEC.hash_order, [HashSlot::Param(1)]);
}

#[test]
fn values_are_found_by_the_index_of_their_description() {
    let wire = |index| {
        let mut text = String::new();
        request().value(index)?.wire(&mut text).ok().map(|()| text)
    };
    let texts: Vec<Option<String>> = (0..6).map(wire).collect();
    let known = ["Sales", "7", "5", "1"].map(|text| Some(text.to_owned()));
    assert_eq!(texts, [&known[..], &[None, None]].concat());
    assert!(QueueSettings::new().value(0).is_none());
}

#[test]
fn the_form_has_the_set_last_and_without_what_is_left_out() {
    let all = [("u", "bob"), ("name", "Sales"), ("queue_id", "7"), ("retry", "5"), ("ringinuse", "1")];
    assert_eq!(form(&request()), pairs(all));
    assert_eq!(form(&QueueUpdate::new(7_u64)), pairs([("u", "bob"), ("queue_id", "7")]));
    let one = QueuesUpdate::new().settings(QueueSettings::new().ring_in_use(false));
    assert_eq!(form(&one), pairs([("u", "bob"), ("ringinuse", "0")]));
}

#[test]
fn parameters_of_the_set_are_sent_and_not_hashed() {
    let credentials = Credentials::new("bob").with_key("key");
    let explained = server().explain(&request(), &credentials, &CallOptions::default()).unwrap();
    let without = server().explain(&QueueUpdate::new(7_u64), &credentials, &CallOptions::default()).unwrap();
    assert_eq!(explained.hash, without.hash);
    assert!(explained.form.contains(&("retry".to_owned(), "5".to_owned())));
}

/// A server that hashes more than the endpoint knows of can be given a parameter of the set, too.
#[test]
fn a_hash_order_of_the_call_may_name_a_parameter_of_the_set() {
    let credentials = Credentials::new("bob").with_key("key");
    let options = CallOptions {
        hash_order: Some(vec!["queue_id".to_owned(), "retry".to_owned()]),
        ..CallOptions::default()
    };
    let explained = server().explain(&request(), &credentials, &options).unwrap();
    assert_eq!(explained.hash.as_deref(), Some(mor_api::Hash::of(["7", "5"], "key").as_str()));
}

#[test]
fn texts_fill_the_set() {
    let texts = [("queue_id", "7"), ("name", "Sales"), ("retry", "5"), ("ringinuse", "1")];
    let read = |texts: &[(&str, &str)]| {
        QueueUpdate::from_texts(&mut |name| {
            texts.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned())
        })
    };
    assert_eq!(read(&texts).unwrap(), request());
    assert_eq!(read(&texts[..1]).unwrap(), QueueUpdate::new(7_u64));
    let refused = read(&[("queue_id", "7"), ("retry", "often")]).unwrap_err();
    assert!(refused.to_string().contains("retry"), "{refused}");
}
