use mor_api::ParamSet;

#[derive(Default, ParamSet)]
pub struct Settings {
    #[hash(order = 1)]
    pub id: Option<u64>,
}

fn main() {}
