use mor_api::ParamSet;

#[derive(Default, ParamSet)]
pub struct Settings<T> {
    pub id: Option<T>,
}

fn main() {}
