use mor_api::ParamSet;

#[derive(Default, ParamSet)]
pub struct Settings {
    pub u: Option<String>,
}

fn main() {}
