use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault {}

fn main() {}
