use mor_api::{CommonFault, Fault};

#[derive(Debug, Fault)]
enum UserFault {
    #[fault(starts_with = "No free numbers for Campaign:")]
    NoFreeNumbers,
    #[fault(common)]
    Common(CommonFault),
    #[fault(other)]
    Other(String),
}

fn main() {}
