use mor_api::{CommonFault, Fault};

#[derive(Debug, Fault)]
enum UserFault {
    #[fault(comon)]
    Common(CommonFault),
    #[fault(other)]
    Other(String),
}

fn main() {}
