use mor_api::{CommonFault, Fault};

#[derive(Debug, Fault)]
enum UserFault {
    #[fault("")]
    NotFound,
    #[fault(common)]
    Common(CommonFault),
    #[fault(other)]
    Other(String),
}

fn main() {}
