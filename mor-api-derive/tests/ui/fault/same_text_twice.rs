use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault {
    #[fault("You are not authorized")]
    NotAllowed,
    #[fault("User was not found", "you are not authorised.")]
    NotFound,
}

fn main() {}
