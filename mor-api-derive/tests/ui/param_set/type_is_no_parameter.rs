use mor_api::ParamSet;

pub struct User;

#[derive(Default, ParamSet)]
pub struct Settings {
    pub id: Option<User>,
}

fn main() {}
