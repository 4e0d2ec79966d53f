use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault {
    #[fault(starts_with = "No free")]
    NothingFree(String),
    #[fault(starts_with = "No free numbers for Campaign:")]
    NoFreeNumbers(String),
}

fn main() {}
