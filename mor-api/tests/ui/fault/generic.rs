use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault<T> {
    #[fault("User was not found")]
    NotFound,
    #[fault(starts_with = "Missing: ")]
    Missing(String),
}

fn main() {}
