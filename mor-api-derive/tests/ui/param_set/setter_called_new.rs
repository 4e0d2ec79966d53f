use mor_api::ParamSet;

#[derive(Default, ParamSet)]
pub struct Settings {
    pub new: Option<bool>,
}

fn main() {}
