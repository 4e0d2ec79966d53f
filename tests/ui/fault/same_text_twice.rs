use mor_api::{CommonFault, Fault};

#[derive(Debug, Fault)]
enum UserFault {
    #[fault("You are not authorized")]
    NotAllowed,
    #[fault("User was not found", "you are not authorised.")]
    NotFound,
    #[fault(common)]
    Common(CommonFault),
    #[fault(other)]
    Other(String),
}

fn main() {}
