use mor_api::ParamSet;

#[derive(ParamSet)]
pub struct Settings {
    pub id: Option<u64>,
}

fn main() {}
