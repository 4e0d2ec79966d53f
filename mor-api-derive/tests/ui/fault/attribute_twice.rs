use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault {
    #[fault("User was not found")]
    #[fault("No such user")]
    NotFound,
}

fn main() {}
