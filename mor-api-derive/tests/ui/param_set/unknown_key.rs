use mor_api::ParamSet;

#[derive(Default, ParamSet)]
#[mor(function = "users_get")]
pub struct Settings {
    pub id: Option<u64>,
}

fn main() {}
