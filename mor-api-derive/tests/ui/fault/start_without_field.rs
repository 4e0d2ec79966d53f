use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault {
    #[fault(starts_with = "No free numbers for Campaign:")]
    NoFreeNumbers,
}

fn main() {}
