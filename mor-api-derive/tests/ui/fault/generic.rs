use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault<T> {
    #[fault(starts_with = "Missing: ")]
    Missing(T),
}

fn main() {}
