use mor_api::ParamSet;

#[derive(Default, ParamSet)]
pub struct Settings {
    #[nohash]
    pub id: Option<u64>,
}

fn main() {}
