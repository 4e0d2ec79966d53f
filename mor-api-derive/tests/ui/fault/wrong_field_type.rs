use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault {
    #[fault(starts_with = "User")]
    User(u64),
}

fn main() {}
