/**
 * Languages whose names a browser may not know, a line each: the code in the names of projects, the
 * language's own name, its English name where that is not known either, and its tag where the code
 * is not one that browsers understand.
 */
export const LANGUAGE_TABLE = `
aa|Qafár af|Afar
ab|Аԥсшәа|Abkhaz
ace|Bahsa Acèh|Acehnese
ady|Адыгабзэ|Adyghe
als|Alemannisch|Alemannic|gsw
alt|Алтай тил|Southern Altai
am|አማርኛ
ami|Pangcah|Amis
an|aragonés
ang|Ænglisc|Old English
ann|Obolo|Obolo
anp|अंगिका|Angika
arc|ܐܪܡܝܐ|Aramaic
ary|الدارجة|Moroccan Arabic
arz|مصرى|Egyptian Arabic
as|অসমীয়া
ast|asturianu
atj|Atikamekw|Atikamekw
av|авар|Avar
avk|Kotava|Kotava
awa|अवधी|Awadhi
ay|Aymar aru
azb|تۆرکجه|South Azerbaijani
ba|башҡортса|Bashkir
ban|Basa Bali|Balinese
bar|Boarisch|Bavarian
bat-smg|žemaitėška|Samogitian|sgs
bbc|Batak Toba|Batak Toba
bcl|Bikol Central|Central Bikol
bdr|Bajau Sama|West Coast Bajau
be|беларуская
be-tarask|беларуская (тарашкевіца)|Belarusian (Taraškievica)
be-x-old|беларуская (тарашкевіца)|Belarusian (Taraškievica)|be-tarask
bew|Betawi|Betawi
bh|भोजपुरी|Bhojpuri|bho
bi|Bislama|Bislama
bjn|Banjar|Banjarese
blk|ပအိုဝ်ႏဘာႏသာႏ|Pa'O
bm|bamanankan
bo|བོད་ཡིག|Tibetan
bol|bòo pìkkà|Bole
bpy|বিষ্ণুপ্রিয়া মণিপুরী|Bishnupriya Manipuri
br|brezhoneg
btm|Batak Mandailing|Mandailing
bug|Basa Ugi|Buginese
bxr|буряад|Buryat
cbk-zam|Chavacano de Zamboanga|Chavacano|cbk
cdo|閩東語 / Mìng-dĕ̤ng-ngṳ̄|Eastern Min
ce|нохчийн|Chechen
ceb|Cebuano
ch|Chamoru|Chamorro
cho|Chahta anumpa|Choctaw
chr|ᏣᎳᎩ
chy|Tsetsêhestâhese|Cheyenne
ckb|کوردی
co|corsu
cr|Nēhiyawēwin / ᓀᐦᐃᔭᐍᐏᐣ|Cree
crh|qırımtatarca|Crimean Tatar
csb|kaszëbsczi|Kashubian
cu|словѣньскъ / ⰔⰎⰑⰂⰡⰐⰠⰔⰍⰟ|Church Slavonic
cv|чӑвашла|Chuvash
cy|Cymraeg
dag|dagbanli|Dagbani
dga|Dagaare|Dagaare
din|Thuɔŋjäŋ|Dinka
diq|Zazaki|Zazaki
dsb|dolnoserbski|Lower Sorbian
dtp|Kadazandusun|Central Dusun
dty|डोटेली|Doteli
dv|ދިވެހިބަސް
dz|རྫོང་ཁ|Dzongkha
ee|eʋegbe
eml|emiliàn e rumagnòl|Emilian-Romagnol|egl
eo|Esperanto
eu|euskara
ext|estremeñu|Extremaduran
ff|Fulfulde|Fula
fiu-vro|võro|Võro|vro
fj|Na Vosa Vakaviti|Fijian
fo|føroyskt
fon|fɔ̀ngbè|Fon
frp|arpetan|Franco-Provençal
frr|Nordfriisk|North Frisian
fur|furlan|Friulian
fy|Frysk
ga|Gaeilge
gag|Gagauz|Gagauz
gan|贛語|Gan Chinese
gcr|kriyòl gwiyannen|Guianan Creole
gd|Gàidhlig
gl|galego
glk|گیلکی|Gilaki
gn|Avañe'ẽ
gor|Bahasa Hulontalo|Gorontalo
got|𐌲𐌿𐍄𐌹𐍃𐌺|Gothic
gpe|Ghanaian Pidgin|Ghanaian Pidgin
guc|wayuunaiki|Wayuu
gur|farefare|Frafra
guw|gungbe|Gun
gv|Gaelg|Manx
ha|Hausa
hak|客家語 / Hak-kâ-ngî|Hakka Chinese
haw|ʻŌlelo Hawaiʻi
hif|Fiji Hindi|Fiji Hindi
ho|Hiri Motu|Hiri Motu
hsb|hornjoserbsce|Upper Sorbian
ht|Kreyòl ayisyen
hy|հայերեն
hyw|Արեւմտահայերէն|Western Armenian
hz|Otjiherero|Herero
ia|interlingua
iba|Jaku Iban|Iban
ie|Interlingue|Interlingue
ig|Igbo
igl|Igala|Igala
ii|ꆇꉙ|Nuosu
ik|Iñupiatun|Iñupiaq
ilo|Ilokano
inh|гӀалгӀай|Ingush
io|Ido|Ido
is|íslenska
isv|medžuslovjansky / меджусловјанскы|Interslavic
iu|ᐃᓄᒃᑎᑐᑦ / inuktitut|Inuktitut
jam|Patois|Jamaican Patois
jbo|la .lojban.|Lojban
jv|Jawa
ka|ქართული
kaa|Qaraqalpaqsha|Karakalpak
kab|Taqbaylit|Kabyle
kai|Karai-karai|Karekare
kaj|Jju|Jju
kbd|адыгэбзэ|Kabardian
kbp|Kabɩyɛ|Kabiye
kcg|Tyap|Tyap
kg|Kongo|Kongo
kge|Kumoring|Komering
ki|Gĩkũyũ|Kikuyu
kj|Kwanyama|Kwanyama
kl|kalaallisut|Greenlandic
km|ភាសាខ្មែរ
knc|Yerwa Kanuri|Central Kanuri
koi|перем коми|Komi-Permyak
kr|Kanuri|Kanuri
krc|къарачай-малкъар|Karachay-Balkar
ks|کٲشُر|Kashmiri
ksh|Ripoarisch|Ripuarian
ku|kurdî
kus|Kʋsaal|Kusaal
kv|коми|Komi
kw|kernowek|Cornish
ky|кыргызча
la|Latina
lad|Ladino|Ladino
lb|Lëtzebuergesch
lbe|лакку|Lak
lez|лезги|Lezgian
lfn|Lingua Franca Nova|Lingua Franca Nova
lg|Luganda
li|Limburgs|Limburgish
lij|Ligure|Ligurian
lld|Ladin|Ladin
lmo|lombard|Lombard
ln|lingála
lo|ລາວ
lrc|لۊری شومالی|Northern Luri
ltg|latgaļu|Latgalian
lzh|文言|Classical Chinese
mad|Madhurâ|Madurese
mag|मगही|Magahi
mai|मैथिली
map-bms|Basa Banyumasan|Banyumasan|jv
mdf|мокшень|Moksha
mg|Malagasy
mh|Ebon|Marshallese
mhr|олык марий|Meadow Mari
mi|Māori
min|Minangkabau|Minangkabau
mk|македонски
mn|монгол
mni|ꯃꯤꯇꯩ ꯂꯣꯟ
mnw|ဘာသာမန်|Mon
mos|moore|Mossi
mrj|кырык мары|Hill Mari
mt|Malti
mus|Mvskoke|Muscogee
mwl|Mirandés|Mirandese
my|မြန်မာဘာသာ
myv|эрзянь|Erzya
mzn|مازِرونی|Mazanderani
na|Dorerin Naoero|Nauruan
nah|Nāhuatl|Nahuatl
nan|閩南語 / Bân-lâm-gú|Southern Min
nap|Napulitano|Neapolitan
nds|Plattdüütsch|Low German
nds-nl|Nedersaksies|Dutch Low Saxon
ne|नेपाली
new|नेपाल भाषा|Newar
ng|Oshiwambo|Ndonga
nia|Li Niha|Nias
nn|norsk nynorsk
nov|Novial|Novial
nqo|ߒߞߏ|N'Ko
nr|isiNdebele|Southern Ndebele
nrm|Nouormand|Norman|nrf
nso|Sesotho sa Leboa
nup|Nupe|Nupe
nv|Diné bizaad|Navajo
ny|Chi-Chewa
nyn|runyankore|Nyankole
oc|occitan
olo|livvinkarjala|Livvi-Karelian
om|Oromoo
or|ଓଡ଼ିଆ
os|ирон|Ossetian
pag|Pangasinan|Pangasinan
pam|Kapampangan|Kapampangan
pap|Papiamentu|Papiamento
pcd|Picard|Picard
pcm|Naijá|Nigerian Pidgin
pdc|Deitsch|Pennsylvania German
pfl|Pälzisch|Palatine German
pi|पालि|Pali
pih|Norfuk / Pitkern|Norfuk
pms|Piemontèis|Piedmontese
pnb|پنجابی|Western Punjabi
pnt|Ποντιακά|Pontic Greek
ppl|Nawat|Pipil
ps|پښتو
pwn|pinayuanan|Paiwan
qu|Runa Simi
rki|ရခိုင်|Rakhine
rm|rumantsch
rmy|romani čhib|Vlax Romani
rn|ikirundi|Kirundi
roa-rup|armãneashti|Aromanian|rup
roa-tara|tarandíne|Tarantino|nap
rsk|руски|Pannonian Rusyn
rue|русиньскый|Rusyn
rw|Ikinyarwanda
sa|संस्कृतम्
sah|саха тыла|Yakut
sat|ᱥᱟᱱᱛᱟᱲᱤ|Santali
sc|sardu|Sardinian
scn|sicilianu|Sicilian
sco|Scots|Scots
se|davvisámegiella|Northern Sámi
sg|Sängö|Sango
sh|srpskohrvatski / српскохрватски|Serbo-Croatian
shi|Taclḥit|Tachelhit
shn|တႆး|Shan
shy|tacawit|Shawiya
si|සිංහල
simple|Simple English|Simple English|en
skr|سرائیکی|Saraiki
sm|Gagana Samoa
smn|anarâškielâ|Inari Sámi
sn|chiShona
so|Soomaaliga
sq|shqip
srn|Sranantongo|Sranan Tongo
ss|SiSwati|Swazi
st|Sesotho
stq|Seeltersk|Saterland Frisian
su|Sunda
syl|ꠍꠤꠟꠐꠤ|Sylheti
szl|ślůnski|Silesian
szy|Sakizaya|Sakizaya
tay|Tayal|Atayal
tcy|ತುಳು|Tulu
tdd|ᥖᥭᥰ ᥖᥬᥲ ᥑᥨᥒᥰ|Tai Nuea
tet|tetun|Tetum
tg|тоҷикӣ
ti|ትግርኛ
tig|ትግሬ|Tigre
tk|Türkmençe
tl|Tagalog|Tagalog
tly|tolışi|Talysh
tn|Setswana
to|lea faka-Tonga
tok|toki pona|Toki Pona
tpi|Tok Pisin|Tok Pisin
trv|Seediq|Seediq
ts|Xitsonga
tt|татарча
tum|chiTumbuka|Tumbuka
tw|Twi|Twi
ty|reo tahiti|Tahitian
tyv|тыва дыл|Tuvan
udm|удмурт|Udmurt
ug|ئۇيغۇرچە
ve|Tshivenda|Venda
vec|vèneto|Venetian
vep|vepsän kel’|Veps
vls|West-Vlams|West Flemish
vo|Volapük|Volapük
wa|walon
war|Winaray|Waray
wo|Wolof
wuu|吴语|Wu Chinese
xal|хальмг|Kalmyk
xh|isiXhosa
xmf|მარგალური|Mingrelian
yi|ייִדיש
yo|Yorùbá
yue|粵語|Cantonese
za|Vahcuengh|Zhuang
zea|Zeêuws|Zeelandic
zgh|ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵏⴰⵡⴰⵢⵜ|Standard Moroccan Tamazight
zh-classical|文言|Classical Chinese|lzh
zh-min-nan|閩南語 / Bân-lâm-gú|Southern Min|nan
zh-yue|粵語|Cantonese|yue
zu|isiZulu
`;
