use mor_api::Fault;

#[derive(Debug, Fault)]
struct UserFault {
    text: String,
}

fn main() {
    let _ = UserFault::from_refusal(&mor_api::Refusal::new("error", "x"));
}
