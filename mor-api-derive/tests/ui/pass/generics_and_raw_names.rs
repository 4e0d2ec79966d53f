//! Type parameters, lifetimes, bounds and raw identifiers.

use mor_api::{CallOptions, Credentials, Endpoint, FromXml, Param, ParamSet, Server};

/// What it answers.
#[derive(FromXml)]
#[mor(root = "page")]
pub struct Answer {}

#[derive(Endpoint)]
#[mor(function = "users_get", effect = read, response = Answer)]
struct UsersGet<'a, T: Copy, const N: usize>
where
    T: Ord,
{
    #[hash(order = 2)]
    name: &'a str,
    #[hash(order = 1)]
    r#type: T,
    #[nohash]
    r#in: Option<T>,
    #[mor(flatten)]
    page: Page,
}

#[derive(Default, ParamSet)]
struct Page {
    r#final: Option<bool>,
}

fn form<T: Param + Copy + Ord>(request: &UsersGet<'_, T, 3>) -> Vec<(String, String)> {
    let server = Server::new("https://switch.example.com").unwrap();
    let credentials = Credentials::new("bob");
    server.prepare(request, &credentials, &CallOptions::default()).unwrap().form().collect()
}

fn main() {
    let request = UsersGet::<u64, 3>::new("some", 5_u64).r#in(6_u64).page(Page::new().r#final(true));
    let pairs = form(&request);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(pairs, [("u", "bob"), ("name", "some"), ("type", "5"), ("in", "6"), ("final", "1")]);
    let names: Vec<&str> = UsersGet::<u64, 3>::SPEC.hash_names().collect();
    assert_eq!(names, ["type", "name"]);
}
