use mor_api::WireEnum;

#[derive(WireEnum)]
#[mor(rename = "snake_case")]
enum OrderBy {
    #[mor(valu = "time")]
    Time,
    #[mor(value = "a", value = "b")]
    Src { word: String },
    #[mor(other, value = "x")]
    Other(String),
    #[mor(other)]
    Unknown(String),
}

fn main() {
    let _ = OrderBy::Time.as_str();
}
