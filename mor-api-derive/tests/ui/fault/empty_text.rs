use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault {
    #[fault("")]
    NotFound,
}

fn main() {}
