use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault {
    #[fault("User was not found")]
    NotFound(String),
}

fn main() {}
