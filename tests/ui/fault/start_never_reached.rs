use mor_api::{CommonFault, Fault};

#[derive(Debug, Fault)]
enum UserFault {
    #[fault(starts_with = "No free")]
    NothingFree(String),
    #[fault(starts_with = "No free numbers for Campaign:")]
    NoFreeNumbers(String),
    #[fault(common)]
    Common(CommonFault),
    #[fault(other)]
    Other(String),
}

fn main() {}
