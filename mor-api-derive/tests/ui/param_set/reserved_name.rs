use mor_api::ParamSet;

#[derive(Default, ParamSet)]
pub struct Settings {
    pub hash: Option<String>,
}

fn main() {}
