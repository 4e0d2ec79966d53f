use mor_api::ParamSet;

#[derive(Default, ParamSet)]
pub struct Settings {
    pub id: u64,
}

fn main() {}
