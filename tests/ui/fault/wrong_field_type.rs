use mor_api::{CommonFault, Fault};

#[derive(Debug, Fault)]
enum UserFault {
    #[fault(common)]
    Common(CommonFault),
    #[fault(other)]
    Other(u64),
}

fn main() {}
