use mor_api::ParamSet;

#[derive(Default, ParamSet)]
pub struct Settings {
    pub id: Option<u64>,
    #[mor(rename = "id")]
    pub user: Option<u64>,
}

fn main() {}
