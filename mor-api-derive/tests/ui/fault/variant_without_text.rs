use mor_api::Fault;

#[derive(Debug, Fault)]
enum UserFault {
    NotFound,
}

fn main() {}
