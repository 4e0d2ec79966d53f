//! Functions that are not in the catalog: from code, from a seed, from the declaration of an endpoint.

use mor_api::{Client, Endpoint, FromXml};
use mor_endpoints::UserId;
use mor_sim::{
    Answer, Builder, Change, Seed, Simulator,
    catalog::{Effect, Function, Param},
};

use crate::support::{get, last_verdict, post, settled, signed};

const SAMPLE: &str = "<page><status><success>Fax box created</success></status></page>";

/// `user_id` is hashed after `number`; both are on the global list of older functions in the other order.
fn fax_box() -> Function {
    Function::new("fax_box_create", Effect::Write)
        .with_param(Param::new("user_id").hashed(2).required())
        .with_param(Param::new("number").hashed(1))
        .with_param(Param::new("description"))
        .with_sample(SAMPLE)
        .with_sample("<page><status><success>Another sample</success></status></page>")
        .with_error("page/status/error", "User was not found")
}

fn start(builder: Builder) -> Simulator {
    builder.function(fax_box()).start().unwrap()
}

#[test]
fn the_hash_is_checked_by_the_list_of_the_description() {
    let sim = start(Simulator::builder());
    let form = "u=admin&user_id=2&number=37060000001&description=x";
    assert_eq!(post(&sim, "fax_box_create", &signed(form, "370600000012secret")).text(), SAMPLE);
    let reply = post(&sim, "fax_box_create", &signed(form, "237060000001secret"));
    assert!(reply.text().contains("Incorrect hash"), "{}", reply.text());
    assert!(last_verdict(&sim).to_string().contains("the server hashes number + user_id + key of admin"));
}

#[test]
fn an_executed_write_is_in_the_ledger_and_a_refused_one_is_not() {
    let sim = start(Simulator::builder());
    let missing = post(&sim, "fax_box_create", &signed("u=admin&number=1", "1secret"));
    assert!(missing.text().contains("User was not found"), "{}", missing.text());
    post(&sim, "fax_box_create", &signed("u=admin&user_id=2", "2secret"));
    let ledger = settled(&sim);
    assert_eq!(ledger.len(), 1);
    assert_eq!((ledger[0].function.as_str(), ledger[0].param("user_id")), ("fax_box_create", Some("2")));
    assert_eq!(ledger[0].change, Change::Sample);
}

#[test]
fn orders_responses_and_samples_work_after_the_hash_check() {
    let sim = start(Simulator::builder());
    let form = signed("u=admin&user_id=2", "2secret");
    sim.on("fax_box_create").sample(1);
    assert!(post(&sim, "fax_box_create", &form).text().contains("Another sample"));
    sim.on("fax_box_create")
        .respond_with(|request| Answer::text(request.param("user_id").unwrap_or_default()));
    assert_eq!(post(&sim, "fax_box_create", &form).text(), "2");
    assert!(post(&sim, "fax_box_create", "u=admin&user_id=2").text().contains("Incorrect hash"));
}

#[test]
fn the_page_lists_it_and_names_unknown_parameters_and_misspelt_names() {
    let sim = start(Simulator::builder());
    post(&sim, "fax_box_create", &signed("u=admin&user_id=2&nmber=1", "2secret"));
    let remarks = sim.last_request().unwrap().remarks;
    assert_eq!(remarks[0].to_string(), "nmber is not a parameter of fax_box_create; did you mean number?");
    post(&sim, "fax_box_creat", "u=admin");
    let remarks = sim.last_request().unwrap().remarks;
    assert!(remarks[0].to_string().contains("did you mean fax_box_create?"), "{}", remarks[0]);
    let page = get(&sim, "/").text();
    assert!(page.contains("Added functions") && page.contains("<div id=\"fax_box_create\">"));
}

#[test]
fn a_seed_describes_functions() {
    let seed = "
        [[account]]
        id = 0
        username = 'admin'
        role = 'admin'
        key = 'secret'

        [[function]]
        name = 'fax_boxes_get'
        effect = 'read'

        [[function.param]]
        name = 'user_id'
        hash_order = 1

        [[function.response]]
        kind = 'success'
        xml = '<page><faxes/></page>'";
    let sim = Simulator::builder().seed(Seed::from_toml(seed).unwrap()).start().unwrap();
    let reply = post(&sim, "fax_boxes_get", &signed("u=admin&user_id=7", "7secret"));
    assert_eq!(reply.text(), "<page><faxes/></page>");
    assert!(sim.ledger().is_empty(), "a read changes nothing");
}

#[test]
fn a_name_in_use_or_a_contradiction_is_an_error() {
    let error = start(Simulator::builder()).add_function(fax_box()).unwrap_err();
    assert_eq!(error.to_string(), "`fax_box_create` is already a function of the simulator");
    let gap = Function::new("fax_box_delete", Effect::Write).with_param(Param::new("id").hashed(2));
    let error = Simulator::builder().function(gap).start().unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    assert!(error.to_string().contains("no parameter has hash_order = 1"), "{error}");
}

/// Creates a fax box.
#[derive(Debug, Clone, Endpoint)]
#[mor(function = "fax_box_open", effect = write, response = Created, caller = hashed(1))]
struct FaxBoxOpen {
    /// ID of the user.
    #[hash(order = 2)]
    user_id: UserId,
    /// Label.
    #[nohash]
    description: Option<String>,
    /// Number.
    #[hash(order = 3)]
    number: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page/status")]
struct Created {
    success: String,
}

#[test]
fn the_declaration_of_an_endpoint_is_a_description() {
    let function = Function::from(FaxBoxOpen::SPEC);
    let hashed: Vec<_> =
        function.params.iter().map(|param| (param.name.as_str(), param.hash_order)).collect();
    assert_eq!(hashed, [("user_id", Some(2)), ("description", None), ("number", Some(3)), ("u", Some(1))]);
    assert!(function.params[0].required && !function.params[2].required);

    let sim = Simulator::builder().function(function.with_sample(SAMPLE)).start().unwrap();
    let client = Client::builder(sim.url()).username("admin").api_key("secret").build_blocking().unwrap();
    let request = FaxBoxOpen::new(UserId(2)).number("37060000001").description("office");
    assert_eq!(client.send(&request).unwrap().success, "Fax box created");
    assert!(last_verdict(&sim).is_accepted());
    assert_eq!(settled(&sim)[0].param("description"), Some("office"));
}

#[test]
fn every_declared_endpoint_describes_a_function_that_contradicts_nothing() {
    let sim = Simulator::start().unwrap();
    for endpoint in mor_endpoints::functions() {
        let mut function = Function::from(endpoint.spec());
        // The names themselves are in the catalog.
        function.name.push_str("_again");
        function.aliases.clear();
        sim.add_function(function).unwrap();
    }
}
