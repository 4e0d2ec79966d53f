use mor_api::ParamSet;

#[derive(Default, ParamSet)]
pub struct Settings {
    #[mor(flatten)]
    pub id: Option<u64>,
}

fn main() {}
