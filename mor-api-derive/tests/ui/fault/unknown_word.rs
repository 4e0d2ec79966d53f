use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault {
    #[fault(start_with = "User")]
    User(String),
}

fn main() {}
