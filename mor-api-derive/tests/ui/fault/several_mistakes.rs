use mor_api::{CommonFault, Fault};

#[derive(Debug, Fault)]
#[mor(krate = mor_api)]
enum UserFault {
    #[fault("One", "one!")]
    One,
    #[fault]
    Two,
    #[fault(starts_with)]
    Three(String),
    #[fault("Four", common)]
    Common(CommonFault, u8),
    #[mor(other)]
    Other(String),
}

fn main() {
    println!("{}", UserFault::One);
}
