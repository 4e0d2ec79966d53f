use mor_api::{CommonFault, Fault};

#[derive(Debug, Fault)]
enum UserFault {
    #[fault("User was not found")]
    NotFound,
    #[fault(common)]
    Common(CommonFault),
    #[fault(other)]
    Other(String),
}

fn main() {}
