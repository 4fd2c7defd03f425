// Made by core/testing/make_namespaces.ts: do not edit.

/**
 * How wikis call their namespaces, but for that of articles, and their main pages: a line for each
 * language (code, fallbacks, main page, names) and for each project with names of its own. Facts of
 * MediaWiki's files languages/messages and languages/i18n, and of Wikimedia's wmf-config.
 */
export const NAMESPACE_NAMES = `
ab	ru	Ихадоу_Адаҟьа	\$1_ахцәажәара|MediaWiki|Акатегориа|Акатегориа_ахцәажәара|Алахәыла|Алахәыла_ахцәажәара|Амедиа|Амедиавики|Амедиавики_ахцәажәара|Афаил|Афаил_ахцәажәара|Ахцәажәара|Ацхыраара|Ацхыраара_ахцәажәара|Ашаблон|Ашаблон_ахцәажәара|Иалахә|Категория|Медиа|Обсуждение|Обсуждение_\$1|Обсуждение_MediaWiki|Обсуждение_категории|Обсуждение_справки|Обсуждение_участника|Обсуждение_файла|Обсуждение_шаблона|Служебная|Справка|Участник|Файл|Цастәи|Шаблон
ace	id	Ôn_Keue	Alat|AlatWiki|Bantuan|Bantuan_Pembicaraan|Berkas|Beunantu|Beureukaih|Bicara|Bicara_Pengguna|Gambar|Gambar_Pembicaraan|Istimewa|Kategori|Kategori_Pembicaraan|Kawan|Kusuih|Marit|Marit_\$1|Marit_AlatWiki|Marit_Beunantu|Marit_Beureukaih|Marit_Kawan|Marit_MediaWiki|Marit_Pola|Marit_Seunaleuëk|Marit_Ureuëng_Ngui|Marit_Ureuëng_Nguy|MediaWiki|MediaWiki_Pembicaraan|Pembicaraan|Pembicaraan_\$1|Pembicaraan_Bantuan|Pembicaraan_Berkas|Pembicaraan_Gambar|Pembicaraan_Kategori|Pembicaraan_MediaWiki|Pembicaraan_Pengguna|Pembicaraan_Templat|Pengguna|Pola|Seunaleuëk|Templat|Templat_Pembicaraan|Ureuëng_Ngui|Ureuëng_Nguy
ady	ady-cyrl
ady-cyrl		НэкӀубгъо_шъхьаӀ	Медиа
af		Tuisblad	\$1bespreking|Beeld|Beeldbespreking|Bespreking|Gebruiker|Gebruikerbespreking|Hulp|Hulpbespreking|Kategorie|Kategoriebespreking|Lêer|Lêerbespreking|Media|MediaWiki|MediaWikibespreking|Sjabloon|Sjabloonbespreking|Spesiaal
ak		Krataafa_Titiriw	\$1_nkɔmmɔ|Boa|File|File_nkɔmmɔ|Media|MediaWiki|MediaWiki_nkɔmmɔ|Mmoa_nkɔmmɔbea|Nhwɛsode|Nhwɛsode_nkɔmmɔbea|Nkyekyem|Nkyekyem_nkɔmmɔbea|Nkɔmmɔ|Odwumanyɛni|Odwumanyɛni_nkɔmmɔbea|Soronko
alt	ru	Тӧс_бӱк	\$1_шӱӱжери|MediaWiki|MediaWiki-ни_шӱӱжери|Аҥылу|Болуш|Болушты_шӱӱжери|Категория|Категорияны_шӱӱжери|Медиа|Туружаачы|Туружаачыны_шӱӱжери|Файл|Файлды_шӱӱжери|Шӱӱжӱ|Ӱлекер|Ӱлекерди_шӱӱжери
am		ዋናው_ገጽ	\$1_ውይይት|ልዩ|መለጠፊያ|መለጠፊያ_ውይይት|መልዕክት|መልዕክት_ውይይት|መልጠፊያ|መልጠፊያ_ውይይት|መደብ|መደብ_ውይይት|ስዕል|ስዕል_ውይይት|አባል|አባል_ውይይት|እርዳታ|እርዳታ_ውይይት|ውይይት|ፋይል
ami	zh-tw zh-hant zh zh-hans	sa’ayayaw_pising_no_tyin-naw	\$1_a_kasasowal|Faylo|Kasasiwasiw|Kasasowal|Kasasowal_no_midemakay|Kasi’iked|Masalipa|Masalipaay_a_kasasowal|Masasowal_to_MediaWiki|Masasowal_to_faylo|Masasowal_to_kasasiwasiw|MediaWiki|Midemakay|Mipadama’_a_masasowal|Mitiya|Nipadama’|_a_masasowal|iked
an	es	Portalada	Aduya|Categoría|Descusión|Descusión_\$1|Descusión_MediaWiki|Descusión_aduya|Descusión_categoría|Descusión_imachen|Descusión_plantilla|Descusión_usuaria|Descusión_usuario|Especial|Espezial|Imachen|Media|MediaWiki|Plantilla|Usuaria|Usuario
ang		Hēafodtramet	Biliþ|Biliþmotung|Biliþmōtung|Brucend|Brucendmotung|Brūcend|Brūcendmōtung|Bysen|Bysengesprec|Bysenmotung|Bysenmōtung|Flocc|Floccgesprec|Floccmotung|Floccmōtung|Gesprec|Help|Helpgesprec|Helpmotung|Helpmōtung|MediaWikimōtung|Motung|Mōtung|Syndrig|Ymele|Ymelmōtung
anp	hi	मुख्य_पृष्ठ
ar		الصفحة_الرئيسية	تصنيف|خاص|صورة|قالب|مساعدة|مستخدم|مستخدمة|ملف|ميديا|ميدياويكي|نقاش|نقاش_\$1|نقاش_التصنيف|نقاش_الصورة|نقاش_القالب|نقاش_المساعدة|نقاش_المستخدم|نقاش_المستخدمة|نقاش_الملف|نقاش_ميدياويكي|وسائط
arc		ܦܐܬܐ_ܪܝܫܝܬܐ	ܕܝܠܢܝܐ|ܠܦܦܐ|ܡܝܕܝܐ|ܡܝܕܝܐܘܝܩܝ|ܡܡܠܠܐ|ܡܡܠܠܐ_ܕ\$1|ܡܡܠܠܐ_ܕܠܦܦܐ|ܡܡܠܠܐ_ܕܡܝܕܝܐܘܝܩܝ|ܡܡܠܠܐ_ܕܡܦܠܚܢܐ|ܡܡܠܠܐ_ܕܡܬܚܫܚܢܐ|ܡܡܠܠܐ_ܕܣܕܪܐ|ܡܡܠܠܐ_ܕܥܘܕܪܢܐ|ܡܡܠܠܐ_ܕܩܠܒܐ|ܡܦܠܚܢܐ|ܡܬܚܫܚܢܐ|ܣܕܪܐ|ܥܘܕܪܢܐ|ܩܠܒܐ
ary	ar	الصفحة_اللولا	تصنيف|خاص|خدايمي|فيشي|قالب|لمداكرة_د_\$1|لمداكرة_د_تصنيف|لمداكرة_د_لخدايمي|لمداكرة_د_لفيشي|لمداكرة_د_لمعاونة|لمداكرة_د_لموضيل|لمداكرة_د_ميدياويكي|مداكرة|مساعدة|مستخدم|معاونة|ملف|موضيل|ميديا|ميدياويكي|نقاش|نقاش_\$1|نقاش_التصنيف|نقاش_القالب|نقاش_المساعدة|نقاش_المستخدم|نقاش_الملف|نقاش_ميدياويكي
arz	ar	الصفحه_الرئيسيه	تصنيف|خاص|صورة|قالب|مساعدة|مستخدم|ملف|ميديا|ميدياويكى|نقاش|نقاش_\$1|نقاش_التصنيف|نقاش_الصورة|نقاش_القالب|نقاش_المساعدة|نقاش_المستخدم|نقاش_الملف|نقاش_ميدياويكى|وسائط
as		বেটুপাত	\$1_वार्ता|\$1_বার্তা|\$1_বাৰ্তা|MediaWiki_বার্তা|चित्र|चित्र_वार्ता|वार्ता|विशेष|श्रेणी|श्रेणी_वार्ता|सदस्य|सदस्य_वार्ता|साँचा|साँचा_वार्ता|চিত্র|চিত্র_বার্তা|চিত্ৰ|চিত্ৰ_বাৰ্তা|বার্তা|বাৰ্তা|বিশেষ|মাধ্যম|মিডিয়াৱিকি|মিডিয়াৱিকি_আলোচনা|মেডিয়াৱিকি|মেডিয়াৱিকি_বাৰ্তা|শ্রেণী|শ্রেণী_বার্তা|শ্ৰেণী|শ্ৰেণী_বাৰ্তা|সদস্য|সদস্য_বার্তা|সদস্য_বাৰ্তা|সহায়|সহায়_বার্তা|সহায়_বাৰ্তা|সাঁচ|সাঁচ_বার্তা|সাঁচ_বাৰ্তা
ast	es	Portada	\$1_alderique|\$1_discusión|Aida|Aida_alderique|Alderique|Archivu|Archivu_alderique|Ayuda|Ayuda_alderique|Ayuda_discusión|Categoría|Categoría_alderique|Categoría_discusión|Discusión|Especial|Ficheru|Ficheru_alderique|Imaxe|Imaxe_alderique|Imaxen|Imaxen_discusión|MediaWiki|MediaWiki_alderique|MediaWiki_discusión|Medios|Plantilla|Plantilla_discusión|Plantía|Plantía_alderique|Usuaria|Usuaria_alderique|Usuariu|Usuariu_alderique|Usuariu_discusión
atj	fr	Otitikowin	Ka_notcitatc|Ke_ici_aimihitonaniwok|Ke_ici_aimihitonaniwok_\$1|Ke_ici_aimihitonaniwok_MediaWiki|Ke_ici_aimihitonaniwok_natisinihikaniwoc|Ke_ici_aimihitonaniwok_notcita_iriniw|Ke_ici_aimihitonaniwok_tipanictawin|Ke_ici_aimihitonaniwok_witcihewinik|Ke_ici_arimotcikatek_tapapitcikesinihikan|Ke_ici_arimotcikatek_tipapitcikesinihikan|Kotakahi|MediaWiki|Natisinahikaniwoc|Tapapitcikesinihikan|Tipanictawin|Tipapitcikesinihikan|Tipatcimoctakewin|Witcihikoiin
av	ru	БетІераб_гьумер	\$1лъул_бахӀс|MediaWiki|MediaWiki-ялъул_бахӀс|БахӀс|ГӀахьалчи|ГӀахьалчиясул_бахӀс|ГӀахьалчӀужу|ГӀахьалчӀужуялъул_бахӀс|Категория|Категориялъул_бахӀс|Кумек|Кумекалъул_бахӀс|Медиа|Файл|Файлалъул_бахӀс|Халип|Халипалъул_бахӀс|Хъулухъалъулаб
avk	fr es ru	Emudexo	\$1_prilara|Aptaca|Ewava|Ewavaprilara|Favesik|Favesikprilara|Iyeltak|Iyeltakprilara|Kanaca|Loma|Lomaprilara|Mamind|MediaWiki|MediaWiki_prilara|Pomara|Pomaraprilara|Prilara|Teza|Tezaprilara
awa	hi	प्रधान_पन्ना	\$1_बातचीत|खाँचा|खाँचा_बातचीत|खास|फाइल|फाइल_बातचीत|बातचीत|मदद|मदद_बातचीत|मीडिया|मीडियाविकी|मीडियाविकी_बातचीत|यूजर|यूजर_बातचीत|श्रेणी|श्रेणी_बातचीत
ay	es	Nayriri_Uñstawi
az		Ana_səhifə	\$1_müzakirəsi|Fayl|Fayl_müzakirəsi|Kateqoriya|Kateqoriya_müzakirəsi|Kömək|Kömək_müzakirəsi|MediaViki|MediaViki_müzakirəsi|MediaWiki|MediaWiki_müzakirəsi|Mediya|MediyaViki|MediyaViki_müzakirəsi|Müzakirə|Xüsusi|İstifadəçi|İstifadəçi_müzakirəsi|Şablon|Şablon_müzakirəsi|Şəkil|Şəkil_müzakirəsi
azb	fa	آنا_صفحه	\$1_دانیشیغی|اؤزل|ایشلدن|ایشلدن_دانیشیغی|بؤلمه|بؤلمه_دانیشیغی|دانیشیق|شابلون|شابلون_دانیشیغی|فایل|فایل_دانیشیغی|مدیا|مدیاویکی|مدیاویکی_دانیشیغی|مدیا‌ویکی|مدیا‌ویکی_دانیشیغی|کؤمک|کؤمک_دانیشیغی
ba	ru	Баш_бит	\$1_б-са_фекер_алышыу|\$1_буйынса_фекерләшеү|MediaWiki|MediaWiki_б-са_фекер_алышыу|MediaWiki_буйынса_фекерләшеү|Белешмә|Белешмә_б-са_фекер_алышыу|Белешмә_буйынса_фекерләшеү|Категория|Категория_б-са_фекер_алышыу|Категория_буйынса_фекерләшеү|Махсус|Медиа|Рәсем|Рәсем_б-са_фекер_алышыу|Рәсем_буйынса_фекерләшеү|Төркөм|Төркөм_буйынса_фекерләшеү|Файл|Файл_буйынса_фекерләшеү|Фекер_алышыу|Фекерләшеү|Ярҙамсы|Ҡалып|Ҡалып_б-са_фекер_алышыу|Ҡалып_буйынса_фекерләшеү|Ҡатнашыусы|Ҡатнашыусы_м-н_фекер_алышыу|Ҡатнашыусы_менән_һөйләшеү
ban	id	Kaca_Utama	Berkas|Kategori|Kusus|Mal|Média|MédiaWiki|Pabligbagan|Pabligbagan_\$1|Pabligbagan_Berkas|Pabligbagan_Kategori|Pabligbagan_Mal|Pabligbagan_MédiaWiki|Pabligbagan_Sang_Anganggé|Pabligbagan_Wantuan|Sang_Anganggé|Wantuan
bar	de	Hoamseitn	\$1_Dischkrian|\$1_Diskussion|Benutzer|Benutzer_Diskussion|Datei|Datei_Dischkrian|Datei_Diskussion|Dischkrian|Diskussion|Hilfe|Hilfe_Diskussion|Huif|Huif_Dischkrian|Kategorie|Kategorie_Dischkrian|Kategorie_Diskussion|Media|MediaWiki|MediaWiki_Dischkrian|MediaWiki_Diskussion|Medium|Nutza|Nutza_Dischkrian|Spezial|Vorlage|Vorlage_Diskussion|Vorlog|Vorlog_Dischkrian
bbc	bbc-latn
bbc-latn	id	Pogu_ni_Alaman
bcl		Panginot_na_Pahina	Espesyal|Kategorya|Ladawan|MediaWiki|Medio|Olay|Olay_kan_paragamit|Olay_sa_\$1|Olay_sa_MediaWiki|Olay_sa_kategorya|Olay_sa_ladawan|Olay_sa_plantilya|Olay_sa_tabang|Paragamit|Plantilya|Tabang
be		Галоўная_старонка	\$1_размовы|MediaWiki|Адмысловае|Выява|Даведка|Катэгорыя|Мультымедыя|Размовы|Размовы_з_удзельнікам|Размовы_пра_MediaWiki|Размовы_пра_выяву|Размовы_пра_даведку|Размовы_пра_катэгорыю|Размовы_пра_файл|Размовы_пра_шаблон|Удзельнік|Файл|Шаблон
be-tarask	be	Галоўная_старонка	MediaWiki|Абмеркаваньне|Абмеркаваньне_\$1|Абмеркаваньне_MediaWiki|Абмеркаваньне_выявы|Абмеркаваньне_дапамогі|Абмеркаваньне_катэгорыі|Абмеркаваньне_файла|Абмеркаваньне_шаблёну|Выява|Гутаркі_ўдзельніка|Гутаркі_ўдзельніцы|Дапамога|Катэгорыя|Мэдыя|Спэцыяльныя|Удзельнік|Удзельніца|Файл|Шаблён
bg		Начална_страница	\$1_беседа|Беседа|Картинка|Картинка_беседа|Категория|Категория_беседа|Медия|МедияУики|МедияУики_беседа|Помощ|Помощ_беседа|Потребител|Потребител_беседа|Специални|Файл|Файл_беседа|Шаблон|Шаблон_беседа
bh	bho
bho		मुख्य_पन्ना	\$1_वार्ता|चित्र|चित्र_वार्ता|टेम्पलेट|टेम्पलेट_वार्ता|प्रयोगकर्ता|प्रयोगकर्ता_वार्ता|मदद|मदद_वार्ता|मीडिया|मीडियाविकि|मीडियाविकि_वार्ता|वार्तालाप|विशेष|श्रेणी|श्रेणी_वार्ता
bi		Nambawan_Pej
bjn	id	Laman_Tatambaian	Bantuan|Barakas|Berkas|Citakan|Istimewa|Istimiwa|Kategori|Media|MediaWiki|Pamakai|Pamandiran|Pamandiran_\$1|Pamandiran_Barakas|Pamandiran_Citakan|Pamandiran_MediaWiki|Pamandiran_Pamakai|Pamandiran_Patulung|Pamandiran_Tumbung|Patulung|Pembicaraan|Pembicaraan_\$1|Pembicaraan_Bantuan|Pembicaraan_Berkas|Pembicaraan_Kategori|Pembicaraan_MediaWiki|Pembicaraan_Pengguna|Pembicaraan_Templat|Pengguna|Templat|Tumbung
blk	my	အဓိကလိတ်မဲ့ငါ	\$1_အိုင်ကိုမ်ဒေါ့ꩻရီ|ကဏ္ဍ|ကဏ္ဍ_အိုင်ကိုမ်ဒေါ့ꩻရီ|ကေားသုင်ꩻသား|ကေားသုင်ꩻသား_အိုင်ကိုမ်ဒေါ့ꩻရီ|စွဲးကမ်းကို|စွဲးကမ်းကို_အိုင်ကိုမ်ဒေါ့ꩻရီ|တမ်းပလေက်|တမ်းပလေက်_အိုင်ကိုမ်ဒေါ့ꩻရီ|တဲး၀ါး|ဖုဲင်|ဖုဲင်_အိုင်ကိုမ်ဒေါ့ꩻရီ|မီဒီယာ|မီဒီယာဝီခီ|မီဒီယာဝီခီ_အိုင်ကိုမ်ဒေါ့ꩻရီ|အိုင်ကိုမ်ဒေါ့ꩻရီ
bm	fr	Nyɛ_fɔlɔ
bn		প্রধান_পাতা	\$1_আলাপ|\$1_আলোচনা|MediaWiki_আলাপ|আলাপ|চিত্র|চিত্র_আলাপ|চিত্র_আলোচনা|টেমপ্লেট|টেমপ্লেট_আলোচনা|বিশেষ|বিষয়শ্রেণী|বিষয়শ্রেণী_আলোচনা|ব্যবহারকারী|ব্যবহারকারী_আলাপ|মিডিয়া|মিডিয়াউইকি|মিডিয়াউইকি_আলোচনা|সাহায্য|সাহায্য_আলোচনা
bo		གཙོ་གནད་ཤོག་ངོས།
bpy	bn	পয়লা_পাতা	\$1_য়্যারী|আতাকুরা|আতাকুরার_য়্যারী|ছবি|ছবি_য়্যারী|থাক|থাকর_য়্যারী|পাংলাক|পাংলাকর_য়্যারী|বিশেষ|মডেল|মডেলর_য়্যারী|মিডিয়া|মিডিয়াউইকি|মিডিয়াউইকির_য়্যারী|য়্যারী
br		Degemer	Dibar|Implijer|Implijerez|Kaozeadenn_\$1|Kaozeadenn_Implijer|Kaozeadenn_Implijerez|Kaozeadenn_MediaWiki|Kaozeadenn_Patrom|Kaozeadenn_Restr|Kaozeadenn_Rummad|Kaozeadenn_Skeudenn|Kaozeadenn_Skoazell|Kaozeal|Media|MediaWiki|Patrom|Restr|Rummad|Skeudenn|Skoazell
bs		Početna_strana	Datoteka|Kategorija|Korisnik|MediaWiki|MediaWiki_razgovor|Medija|MedijaViki|Mediji|Pomoć|Posebno|Razgovor|Razgovor_o_MediaWikiju|Razgovor_o_MedijaVikiju|Razgovor_o_datoteci|Razgovor_o_kategoriji|Razgovor_o_pomoći|Razgovor_o_šablonu|Razgovor_s_korisnikom|Razgovor_sa_korisnikom|Slika|Šablon
btm	id	Alaman_Utamo
bug	id	Watangpola
bxr	ru	Нюур_хуудаһан	\$1_тухай_хэлэлсэхэ|MediaWiki_хэлэлсэхэ|Загбар|Загбар_хэлэлсэхэ|Категори|Категори_хэлэлсэхэ|Категория|Меди|Обсуждение|Обсуждение_MediaWiki|Обсуждение_категории|Обсуждение_справки|Обсуждение_участника|Обсуждение_файла|Обсуждение_шаблона|Справка|Тусхай|Туһаламжа|Туһаламжа_хэлэлсэл|Участник|Файл|Файл_хэлэлсэхэ|Хэлэлсэхэ|Хэрэглэгшые_хэлэлсэхэ|Хэрэглэгшэ
ca	oc	Pàgina_principal	\$1_Discussió|Ajuda|Ajuda_Discussió|Categoria|Categoria_Discussió|Discussió|Especial|Fitxer|Fitxer_Discussió|Imatge|Imatge_Discussió|Media|MediaWiki|MediaWiki_Discussió|Plantilla|Plantilla_Discussió|Usuari|Usuari_Discussió|Usuària|Usuària_Discussió
cbk-zam	es	El_primero_pagina
cdo	nan zh-hant zh zh-hans	Tàu_Hiĕk	\$1討論|MediaWiki|MediaWiki討論|分類|分類討論|媒體|幫助|幫助討論|文件|文件討論|模板|模板討論|特殊|用戶|用戶討論|討論
ce	ru	Коьрта_агӀо	\$1_Дийца|MediaWiki|MediaWiki_Дийцаре|MediaWiki_дийцаре|Башхо|Белхан|Гlо|Гlон_дийцаре|ГІо|ГІодан_дийца|ГӀо|ГӀо_дийцаре|Дакъан|Дакъан_дийца|Декъашхо|Декъашхон_дийцаре|Декъашхочун_дийцаре|Дийца|Дийцаре|Дийцаре_декъашхо|Дийцаре_хlуман|Кадегар|Кадегар_дийцаре|Категори|Категорин_дийцаре|Кеп|Кепан_дийцаре|Куцкеп|Куцкеп_дийцаре|Медиа|Медйа|МедйаВики|МедйаВики_дийца|Сурт|Сурти_дийца|Тоба|Тобан_дийца|Файл|Файлан_дийцаре|Хlум|Хlуман_дийцаре|Юзер|Юзери_дийца
ceb		Unang_Panid	Espesyal|Gumagamit|Hisgot|Hisgot_sa\$1|Hisgot_sa_\$1|Hisgot_sa_Gumagamit|Hisgot_sa_Imahen|Hisgot_sa_Kategoriya|Hisgot_sa_MediaWiki|Hisgot_sa_Payl|Hisgot_sa_Plantilya|Hisgot_sa_Tabang|Imahen|Kategoriya|MediaWiki|Medya|Payl|Plantilya|Tabang
ch		Fanhaluman	Ayudo|Espesiat|Katigoria|Kombetsasion|Kombetsasion_ni_ayudo|Kombetsasion_ni_katigoria|Kombetsasion_ni_litratu|Kombetsasion_ni_muna\\|Kombetsasion_nu_\$1|Litratu|Media|Muna\\
ckb		دەستپێک	بەکارھێنەر|تایبەت|داڕێژە|قاڵب|قسەی_بەکارھێنەر|لێدوان|لێدوانی_\$1|لێدوانی_بەکارھێنەر|لێدوانی_داڕێژە|لێدوانی_قاڵب|لێدوانی_میدیاویکی|لێدوانی_پۆل|لێدوانی_پەڕگە|لێدوانی_یارمەتی|میدیا|میدیاویکی|وتووێژ|وتووێژی_داڕێژە|وتووێژی_میدیاویکی|وتووێژی_پۆل|وتووێژی_پەڕگە|وتووێژی_یارمەتی|پۆل|پەڕگە|یارمەتی
co	it	Pagina_maestra
crh	crh-latn
crh-latn		Baş_Saife	\$1_muzakeresi|\$1_музакереси|Fayl|Fayl_muzakeresi|Kategoriya|Kategoriya_muzakeresi|Mahsus|Media|MediaViki|MediaViki_muzakeresi|Muzakere|Qullanıcı|Qullanıcı_muzakeresi|Resim|Resim_muzakeresi|Yardım|Yardım_muzakeresi|Şablon|Şablon_muzakeresi|Категория|Категория_музакереси|Къулланыджы|Къулланыджы_музакереси|Махсус|Медиа|МедиаВики|МедиаВики_музакереси|Музакере|Разговор_о_помоћи|Ресим|Ресим_музакереси|Шаблон|Шаблон_музакереси|Ярдым
cs	sk	Hlavní_strana	\$1_diskuse|Diskuse|Diskuse_k_MediaWiki|Diskuse_k_nápovědě|Diskuse_k_souboru|Diskuse_k_šabloně|Diskuse_ke_kategorii|Diskuse_s_uživatelem|Diskuse_s_uživatelkou|Kategorie|Kategorie_diskuse|MediaWiki|MediaWiki_diskuse|Média|Nápověda|Nápověda_diskuse|Soubor|Soubor_diskuse|Speciální|Uživatel|Uživatel_diskuse|Uživatelka|Uživatelka_diskuse|Šablona|Šablona_diskuse
csb	pl	Przédnô_starna	Brëkòwnik|Diskùsëjô|Diskùsëjô_\$1|Diskùsëjô_Kategòrëji|Diskùsëjô_MediaWiki|Diskùsëjô_Pòmòcë|Diskùsëjô_Szablónë|Diskùsëjô_brëkòwnika|Diskùsëjô_òbrôzków|Kategòrëjô|Media|MediaWiki|Pòmòc|Specjalnô|Szablóna|Òbrôzk
cu		главьна_страница	MediaWiki|MediaWiki_бесѣда|MediaWiki_бєсѣда|Бесѣда|Бєсѣда|Ви́да_бєсѣ́да|Ви́дъ|Вида_бесѣда|Видъ|Дѣла_бєсѣда|Дѣло|Катигорїѩ_бесѣда|Катигорїѩ_бєсѣда|Катигорїꙗ|Катигорї|Нарочьна|Образьца_бесѣда|Образьць|Обраꙁьца_бєсѣда|Обраꙁьць|Польѕевател҄ь|Польѕевател_бесѣда|Польꙃєватєл҄ь|Польꙃєватєлꙗ_бєсѣда|Помощи_бесѣда|Помощи_бєсѣда|Помощь|Срѣдьства
cv	ru	Тĕп_страницă	\$1_сӳтсе_явмалли|MediaWiki|MediaWiki_сӳтсе_явмалли|Категори|Категорине_сӳтсе_явмалли|Медиа|Пулăшăва_сӳтсе_явмалли|Пулăшу|Сӳтсе_явасси|Хутшăнакан|Хутшăнаканăн_канашлу_страници|Шаблон|Шаблона_сӳтсе_явмалли|Ятарлă|Ӳкерчĕк|Ӳкерчĕке_сӳтсе_явмалли
cy		Hafan	Arbennig|Categori|Cymorth|Defnyddiwr|Delwedd|Media|MediaWici|Nodyn|Sgwrs|Sgwrs_\$1|Sgwrs_Categori|Sgwrs_Cymorth|Sgwrs_Defnyddiwr|Sgwrs_Delwedd|Sgwrs_MediaWici|Sgwrs_Nodyn
da		Forside	\$1-diskussion|\$1_diskussion|Billeddiskussion|Billede|Bruger|Brugerdiskussion|Diskussion|Fil|Fildiskussion|Hjælp|Hjælp-diskussion|Hjælp_diskussion|Kategori|Kategoridiskussion|Media|MediaWiki|MediaWiki-diskussion|MediaWiki_diskussion|Skabelon|Skabelondiskussion|Speciel
dag		Solɔɣu	\$1_yɛltɔɣa|Diŋ\\|Lahabali_kɔligu|Lahabali_kɔligu_yɛltɔɣa|Miidiya|MiidiyaWiki|MiidiyaWiki_yɛltɔɣa|Pubu|Pubu_yɛltɔɣa|Sɔŋsim|Sɔŋsim_yɛltɔɣa|Tɛmplet|Tɛmplet_yɛltɔɣa|Yɛltɔɣa|Ŋun_su|Ŋun_su_yɛltɔɣa
de		Hauptseite	\$1_Diskussion|Benutzer|Benutzer_Diskussion|Benutzerin|Benutzerin_Diskussion|Bild|Bild_Diskussion|Datei|Datei_Diskussion|Diskussion|Hilfe|Hilfe_Diskussion|Kategorie|Kategorie_Diskussion|MediaWiki|MediaWiki_Diskussion|Medium|Spezial|Vorlage|Vorlage_Diskussion
din		Apam_këdït	Apamduööt|Bekätakthook|Ciɛl|Dulooi|Jam|Jam_kekë_dulooi|Jam_wɛ̈t_ë_\$1|Jam_wɛ̈t_ë_MediaWiki|Jam_wɛ̈t_ë_apamduööt|Jam_wɛ̈t_ë_bekätakthook|Jam_wɛ̈t_ë_kuɔny|Jam_wɛ̈t_ë_macuëc|Kuɔny|Këcëweek|Macuëc|MediaWiki
diq		Perra_Seri	\$1_mesac|\$1_vaten|\$1_werênayış|Bağse|Desteg|Desteg_vaten|Desteg_werênayış|Dosya|Dosya_mesac|Dosya_vaten|Dosya_werênayış|Karber|Karber_mesac|Karber_vaten|Karber_werênayış|Kategori|Kategori_vaten|Kategori_werênayış|Kategoriye|Kategoriye_mesac|Kategoriye_werênayış|MediaWiki|MediaWiki_mesac|MediaWiki_vaten|MediaWiki_werênayış|Medya|Mesac|Peşti|Peşti_mesac|Peşti_werênayış|Vaten|Werênayış|Xısusi|Şablon|Şablon_mesac|Şablon_vaten|Şablon_werênayış
dsb	hsb de	Głowny_bok	\$1_diskusija|Dataja|Diskusija|Diskusija_wužywarja|Diskusija_wužywarki|Diskusija_wó_dataji|Diskusija_wó_kategoriji|Diskusija_wó_pomocy|Diskusija_wó_pśedłoze|Diskusija_wó_wobrazu|Kategorija|MediaWiki|MediaWiki_diskusija|Medija|Pomoc|Pśedłoga|Specialne|Wobraz|Wužywarka|Wužywaŕ
dtp	ms	Natad_tagayo
dty	ne	मुख्य_पन्ना	\$1_वार्ता|कुरणि|चित्र|चित्र_कुरणि|ढाँचा|ढाँचा_कुरणि|प्रयोगकर्ता|प्रयोगकर्ता_कुरणि|बिशेष|मद्दत|मद्दत_कुरणि|मिडिया|मिडियाविकि|मिडियाविकि_कुरणि|श्रेणी|श्रेणी_कुरणि
dv		މައި_ޞަފްޙާ	\$1ގެ_ވާހަކަ|ހާއްޞަ|އެހީ|އެހީ_ޚިޔާލު|އެހީގެ_ޚިޔާލު|މިޑިއާވިކީ_ޚިޔާލު|މީޑިއާ|މީޑިއާވިކީ|މީޑިޔާވިކި_ޚިޔާލު|މެމްބަރު|މެމްބަރުގެ_ވާހަކަ|ފަންވަތުގެ_ޚިޔާލު|ފަންވަތް|ފަންވަތް_ޚިޔާލު|ފައިލު|ފައިލުގެ_ޚިޔާލު|ފައިލް|ފައިލް_ޚިޔާލު|ޚާއްސަ|ޚިޔާލު|ޤިސްމު|ޤިސްމު_ޚިޔާލު|ޤިސްމުގެ_ޚިޔާލު
dz		མ་ཤོག།
ee		Axa_Gba͂tɔ
el		Αρχική_σελίδα	\$1_συζήτηση|MediaWiki|Αρχείο|Βοήθεια|Ειδικό|Εικόνα|Κατηγορία|Μέσο|Μέσον|Πρότυπο|Συζήτηση|Συζήτηση_\$1|Συζήτηση_MediaWiki|Συζήτηση_αρχείου|Συζήτηση_βοήθειας|Συζήτηση_εικόνας|Συζήτηση_κατηγορίας|Συζήτηση_προτύπου|Συζήτηση_χρήστη|Χρήστης
eml	it
en		Main_Page	\$1_talk|Category|Category_talk|File|File_talk|Help|Help_talk|Image|Image_talk|Media|MediaWiki|MediaWiki_talk|Special|Talk|Template|Template_talk|User|User_talk
eo		Ĉefpaĝo	\$1-Diskuto|\$1_diskuto|Aŭdvidaĵo|Diskuto|Dosiera_diskuto|Dosiero|Dosiero-Diskuto|Helpa_diskuto|Helpo|Helpo-Diskuto|Kategoria_diskuto|Kategorio|Kategorio-Diskuto|MediaVikia_diskuto|MediaVikio|MediaWiki|MediaWiki-Diskuto|MediaWiki_diskuto|Speciala|Specialaĵo|Uzanta_diskuto|Uzantino|Uzantino-Diskuto|Uzanto|Uzanto-Diskuto|Uzula_diskuto|Uzulo|Vikipediista_diskuto|Vikipediisto|Ŝablona_diskuto|Ŝablono|Ŝablono-Diskuto
es		Página_principal	\$1_discusión|Archivo|Archivo_discusión|Ayuda|Ayuda_discusión|Categoría|Categoría_discusión|Discusión|Especial|Imagen|Imagen_discusión|MediaWiki|MediaWiki_discusión|Medio|Plantilla|Plantilla_discusión|Usuaria|Usuaria_discusión|Usuario|Usuario_discusión
et		Esileht	\$1_arutelu|Arutelu|Eri|Fail|Faili_arutelu|Juhend|Juhendi_arutelu|Kasutaja|Kasutaja_arutelu|Kategooria|Kategooria_arutelu|Mall|Malli_arutelu|MediaWiki|MediaWiki_arutelu|Meedia|Pildi_arutelu|Pilt
eu		Azala	\$1_eztabaida|Aparteko|Berezi|Eztabaida|Fitxategi|Fitxategi_eztabaida|Irudi|Irudi_eztabaida|Kategoria|Kategoria_eztabaida|Laguntza|Laguntza_eztabaida|Lankide|Lankide_eztabaida|Media|MediaWiki|MediaWiki_eztabaida|Txantiloi|Txantiloi_eztabaida
ext	es	Página_prencipal	\$1_caraba|Archivu|Archivu_caraba|Ayua|Ayua_caraba|Caraba|Categoria|Categoria_caraba|Categoría|Categoría_caraba|Especial|MediaWiki|MediaWiki_caraba|Mediu|Prantilla|Prantilla_caraba|Usuaria|Usuaria_caraba|Usuario|Usuario_caraba
fa		صفحهٔ_اصلی	الگو|بحث|بحث_\$1|بحث_الگو|بحث_تصویر|بحث_راهنما|بحث_رده|بحث_مدیاویکی|بحث_پرونده|بحث_کاربر|تصویر|راهنما|رده|رسانه|رسانه‌ای|مدیا|مدیاویکی|ویژه|پرونده|کاربر
fat		Krataafa_Tsitsir	\$1_nkɔmbɔdzibea|Dwumadzinyi|Dwumadzinyi_nkɔmbɔdzibea|Fael|Fael_nkɔmbɔdzibea|Mboa|Mboa_nkɔmbɔdzibea|Media|MediaWiki|MediaWiki_nkɔmbɔdzibea|Nhwɛdo|Nhwɛdo_nkɔmbɔdzibea|Nkyekyεmu|Nkyekyεmu_nkɔmbɔdzibea|Nkɔmbɔdzibea|Soronko
ff		Hello_jaɓɓorgo	Aide|Catégorie|Discussion|Discussion_\$1|Discussion_Aide|Discussion_Catégorie|Discussion_Fichier|Discussion_Image|Discussion_MediaWiki|Discussion_Modèle|Discussion_Utilisateur|Discussion_aide|Discussion_catégorie|Discussion_fichier|Discussion_modèle|Discussion_utilisateur|Discuter|Fichier|MediaWiki|Modèle|Média|Spécial|Utilisateur
fi		Etusivu	Järjestelmäviesti|Keskustelu|Keskustelu_järjestelmäviestistä|Keskustelu_kuvasta|Keskustelu_käyttäjästä|Keskustelu_luokasta|Keskustelu_mallineesta|Keskustelu_ohjeesta|Keskustelu_tiedostosta|Kuva|Käyttäjä|Luokka|Malline|Media|Ohje|Tiedosto|Toiminnot
fo		Forsíða	\$1-kjak|\$1_kjak|Brúkarakjak|Brúkari|Brúkari_kjak|Bólkakjak|Bólkur|Bólkur_kjak|Fyrimynd|Fyrimynd_kjak|Fyrimyndakjak|Hjálp|Hjálp_kjak|Hjálparkjak|Kjak|MediaWiki|MediaWiki-kjak|MidiaWiki|MidiaWiki_kjak|Miðil|Mynd|Mynd_kjak|Myndakjak|Serstakt|Serstakur
fon	fr	Nuwlanwlan_tají_ɔ	Akpaxwé|Akpaxwé_lɛ_sín_xoɖɔtɛn|Alɔgɔ|Kpɔnd'ewu_bo_blo|MediaWiki|Wikizantɔ|Wékpo|Xoɖɔtɛn|Xoɖɔtɛn_\$1_tɔn|Xoɖɔtɛn_MediaWiki_tɔn|Xoɖɔtɛn_alɔgɔtɛn_ɔ_tɔn|Xoɖɔtɛn_kpɔnd'ewu_ɔ_tɔ̀n|Xoɖɔtɛn_wikizantɔ_lɛ_tɔn|Xoɖɔtɛn_wékpo_wú_tɛ̀n|Yɛwliɖonuji|Ɖéɖovo
fr		Accueil	Aide|Catégorie|Discussion|Discussion_\$1|Discussion_Aide|Discussion_Catégorie|Discussion_Fichier|Discussion_Image|Discussion_MediaWiki|Discussion_Modèle|Discussion_Utilisateur|Discussion_aide|Discussion_catégorie|Discussion_fichier|Discussion_modèle|Discussion_utilisateur|Discussion_utilisatrice|Discuter|Fichier|MediaWiki|Modèle|Média|Spécial|Utilisateur|Utilisatrice
frp	fr	Reçua	Catègorie|Discussion|Discussion_\$1|Discussion_Catègorie|Discussion_MediaWiki|Discussion_Modèlo|Discussion_catègorie|Discussion_fichiér|Discussion_modèlo|Discussion_usanciér|Discussion_utilisator|Discussion_Éde|Discussion_Émâge|Discussion_éde|Discutar|Fichiér|MediaWiki|Modèlo|Mèdia|Spèciâl|Usanciér|Utilisator|Éde|Émâge
frr	de	Hoodsidj
fur	it	Pagjine_principâl	Categorie|Discussion|Discussion_\$1|Discussion_MediaWiki|Discussion_categorie|Discussion_figure|Discussion_jutori|Discussion_model|Discussion_utent|Figure|Jutori|Media|MediaWiki|Model|Speciâl|Utent
fy		Haadside	\$1_oerlis|Berjocht|Berjocht_oerlis|Brûker|Brûker_oerlis|Hulp|Hulp_oerlis|Kategory|Kategory_oerlis|Media|MediaWiki|MediaWiki_oerlis|Meidogger|Meidogger_oerlis|Oerlis|Ofbyld|Ofbyld_oerlis|Wiki
ga		Príomhleathanach	Cabhair|Catagóir|MediaWiki|Meán|Múnla|Plé|Plé_MediaWiki|Plé_cabhrach|Plé_catagóire|Plé_múnla|Plé_teimpléid|Plé_íomhá|Plé_í­omhá|Plé_úsáideora|Rang|Speisialta|Teimpléad|Íomhá|Úsáideoir
gag	tr	Baş_yaprak	\$1_dartışma|\$1_tartışma|Dartışma|Dosya|Dosya_tartışma|Dosye|Dosye_dartışma|Kategori|Kategori_tartışma|Kategoriya|Kategoriya_dartışma|Kullanıcı|Kullanıcı_dartışma|Kullanıcı_mesaj|Maasus|MediaWiki|MediaWiki_dartışma|MediaWiki_tartışma|Mediya|Medya|Tartışma|Yardım|Yardım_dartışma|Yardım_tartışma|Özel|Şablon|Şablon_dartışma|Şablon_tartışma
gan	gan-hant gan-hans zh-hant zh zh-hans		\$1_談詑|\$1・談詑|MediaWiki・談詑|分類|分類・談詑|媒體|幫助|幫助・談詑|文檔|文檔・談詑|模板|模板・談詑|特別|用戶|用戶・談詑|談詑
gan-hans	gan gan-hant zh-hans zh zh-hant	封面	\$1谈詑|MediaWiki谈詑|分类谈詑|帮助谈詑|文件谈詑|模板谈詑|用户谈詑|谈詑
gan-hant	gan gan-hans zh-hant zh zh-hans	封面	\$1談詑|MediaWiki談詑|分類談詑|幫助談詑|模板談詑|檔案談詑|用戶談詑|談詑
gcr	fr	Paj_Prensipal	Diskisyon|Diskisyon_\$1|Diskisyon_MediaWiki|Diskisyon_fiché|Diskisyon_itilizatò|Diskisyon_katégori|Diskisyon_lèd|Diskisyon_modèl|Fiché|Itilizatò|Katégori|Lèd|MediaWiki|Modèl|Médja|Èspésyal
gd		Prìomh_dhuilleag	An_deasbaireachd_aig_\$1|Cleachdaiche|Cobhair|Deasbaireachd|Deasbaireachd_MediaWiki|Deasbaireachd_a\\|Deasbaireachd_an_fhaidhle|Deasbaireachd_na_cobharach|Deasbaireachd_na_roinn-seòrsa|Deasbaireachd_na_teamplaid|Faidhle|Meadhan|MediaWiki|Roinn-seòrsa|Sònraichte|Teamplaid
gl	pt	Portada	Axuda|Categoría|Conversa|Conversa_\$1|Conversa_Axuda|Conversa_Categoría|Conversa_Imaxe|Conversa_MediaWiki|Conversa_Modelo|Conversa_Usuario|Conversa_axuda|Conversa_categoría|Conversa_ficheiro|Conversa_modelo|Conversa_usuaria|Conversa_usuario|Especial|Ficheiro|Imaxe|Media|MediaWiki|Modelo|Usuaria|Usuario
glk	fa	گتˇ_ولگ	الگو|بحث|بحث_\$1|بحث_الگو|بحث_راهنما|بحث_رده|بحث_مدیاویکی|بحث_پرونده|بحث_کاربر|جرگه|جرگه_گب|خاص|رانما|رانما_گب|راهنما|رده|فاىل|فاىلˇ_گب|قالب|قالبˇ_گب|مدي_\$1|مديا|مدياويکي|مدياويکي_گب|ویژه|پرونده|کاربر|کارگير|کارگيرˇ_گب|گب
gn	es	Ape	\$1_myangekõi|Mba\\|MediaWiki|MediaWiki_myangekõi|Myangekõi|Puruhára|Puruhára_myangekõi|Pytyvõ|Pytyvõ_myangekõi|Ta\\|Tembiecharã|Tembiecharã_myangekõi|Ñemohenda|Ñemohenda_myangekõi
gom	gom-deva
gom-deva	hi	मुखेल_पान	\$1_चर्चा|आदार|आदार_चर्चा|उपेगकर्तो|उपेगकर्तो_चर्चा|चर्चा|प्रारूप|प्रारूप_चर्चा|फायल|फायल_चर्चा|मजत|मजत_चर्चा|माध्यम|मिडिया|मिडियाविकी|मिडियाविकी_चर्चा|वर्ग|वर्ग_चर्चा|वापरपी|वापरपी_चर्चा|विशेश|श्रेणी|श्रेणी_चर्चा|सांचो|सांचो_चर्चा
gor	id	Halaman_Bungaliyo	Berkas|Dalala|Lo'iya|Lo'iya_\$1|Lo'iya_MediaWiki|Lo'iya_berkas|Lo'iya_dalala|Lo'iya_ta_ohu'uwo|Lo'iya_templat|Lo'iya_wubodu|Media|MediaWiki|Spesial|Ta_ohu'uwo|Templat|Wubodu
got		𐌰𐌽𐌰𐍃𐍄𐍉𐌳𐌴𐌹𐌽𐌹𐌻𐌰𐌿𐍆𐍃	𐌷𐌰𐌽𐍃𐌰|𐌷𐌰𐌽𐍃𐍉𐍃_𐌲𐌰𐍅𐌰𐌿𐍂𐌳𐌾𐌰|𐌷𐌹𐌻𐍀𐌰|𐌷𐌹𐌻𐍀𐍉𐍃_𐌲𐌰𐍅𐌰𐌿𐍂𐌳𐌾𐌰|𐌸𐌹𐍃_\$1_𐌲𐌰𐍅𐌰𐌿𐍂𐌳𐌾𐌰|𐌽𐌹𐌿𐍄𐌰𐌽𐌳𐌹𐍃_𐌲𐌰𐍅𐌰𐌿𐍂𐌳𐌾𐌰|𐌽𐌹𐌿𐍄𐌰𐌽𐌳𐍃|𐍆𐌰𐌿𐍂𐌰𐌼𐌴𐌻𐌴𐌹𐌽𐌰𐌹𐍃_𐌲𐌰𐍅𐌰𐌿𐍂𐌳𐌾𐌰|𐍆𐌰𐌿𐍂𐌰𐌼𐌴𐌻𐌴𐌹𐌽𐍃|𐍆𐌴𐌹𐌻𐌰|𐍆𐌴𐌹𐌻𐌹𐌽𐍃_𐌲𐌰𐍅𐌰𐌿𐍂𐌳𐌾𐌰
gsw	de	Houptsyte
gu		મુખપૃષ્ઠ	\$1_ચર્ચા|ચર્ચા|ચિત્ર|ચિત્રની_ચર્ચા|ઢાંચાની_ચર્ચા|ઢાંચો|દ્રશ્ય-શ્રાવ્ય_(મિડિયા)|મદદ|મદદની_ચર્ચા|મીડિયાવિકિ|મીડિયાવિકિ_ચર્ચા|વિશેષ|શ્રેણી|શ્રેણીની_ચર્ચા|સભ્ય|સભ્યની_ચર્ચા
guc	es	Ee'iyalaaya_a'laülaasü
gur		Pɛgezure
guw		Weda_Tangan	\$1_hodidọ|Adà|Adà_hodidọ|Alọgọ|Alọgọ_hodidọ|Hodidọ|MediaWiki|MediaWiki_hodidọ|Ohia|Ohia_hodidọ|Vonọtaun|Wepo|Wepo_hodidọ|Zinzantọ|Zinzantọ_hodidọ
gv		Ard-ghuillag	Clowan|Coadan|Cooney|Er_lheh|Meanyn|MediaWiki|Resooney|Resooney_\$1|Resooney_MediaWiki|Resooney_clowan|Resooney_coadan|Resooney_cooney|Resooney_ronney|Resooney_ymmydeyr|Ronney|Ymmydeyr
hak	zh-hant zh zh-hans
haw		Papa_Kinohi	Anakuhi|Kiʻi|Kōkua|Kūkākūkā|Kūkākūkā_o_MediaWiki|Kūkākūkā_o_Wikipikia|Kūkākūkā_o_anakuhi|Kūkākūkā_o_kiʻi|Kūkākūkā_o_kōkua|Kūkākūkā_o_mea_hoʻohana|Kūkākūkā_o_māhele|Kūkākūkā_o_waihona|Mea_hoʻohana|MediaWiki|Māhele|Papa_nui|Pāpaho|Waihona
he		עמוד_ראשי	מדיה|מדיה_ויקי|מיוחד|משתמש|משתמשת|עזרה|קובץ|קטגוריה|שיחה|שיחת_\$1|שיחת_מדיה_ויקי|שיחת_משתמש|שיחת_משתמשת|שיחת_עזרה|שיחת_קובץ|שיחת_קטגוריה|שיחת_תבנית|שיחת_תמונה|תבנית|תמונה
hi		मुखपृष्ठ	\$1_वार्ता|चित्र|चित्र_वार्ता|मीडिया|मीडियाविकि|मीडियाविकि_वार्ता|वार्ता|विशेष|श्रेणी|श्रेणी_वार्ता|सदस्य|सदस्य_वार्ता|सहायता|सहायता_वार्ता|साँचा|साँचा_वार्ता
hif	hif-latn
hif-latn		Pahila_Panna	\$1_baat|Mediawiki_ke_baat|Template_ke_baat|baat|file|file_ke_baat|khaas|madat|madat_ke_baat|saadhan|sadasya|sadasya_ke_baat|vibhag|voibhag_ke_baat
hr		Glavna_stranica	Datoteka|Kategorija|MediaWiki|MediaWiki_razgovor|Mediji|Pomoć|Posebno|Predložak|Razgovor|Razgovor_\$1|Razgovor_o_datoteci|Razgovor_o_kategoriji|Razgovor_o_pomoći|Razgovor_o_predlošku|Razgovor_o_slici|Razgovor_sa_suradnicom|Razgovor_sa_suradnikom|Slika|Suradnica|Suradnik
hsb	dsb de	Hłowna_strona	\$1_diskusija|Dataja|Diskusija|Diskusija_k_dataji|Diskusija_k_předłoze|Diskusija_k_wobrazej|Diskusija_ke_kategoriji|Diskusija_z_wužiwarjom|Diskusija_z_wužiwarku|Kategorija|Media|MediaWiki|MediaWiki_diskusija|Pomoc|Pomoc_diskusija|Předłoha|Specialnje|Wobraz|Wužiwar|Wužiwarka
ht	fr	Paj_prensipal	Diskisyon_\$1|Diskisyon_Fichye|Diskisyon_Imaj|Diskisyon_Itilizatè|Diskisyon_Kategori|Diskisyon_MedyaWiki|Diskisyon_Modèl|Diskisyon_Èd|Diskite|Espesyal|Fichye|Imaj|Itilizatè|Kategori|Medya|MedyaWiki|Modèl|Èd
hu		Kezdőlap	\$1-vita|\$1_vita|Fájl|Fájlvita|Kategória|Kategória_vita|Kategóriavita|Kép|Kép_vita|Képvita|MediaWiki|MediaWiki-vita|MediaWiki_vita|Média|Sablon|Sablon_vita|Sablonvita|Segítség|Segítség_vita|Segítségvita|Speciális|Szerkesztő|Szerkesztővita|User_vita|Vita
hy		Գլխավոր_էջ	MediaWiki|MediaWiki_քննարկում|Կաղապար|Կաղապարի_քննարկում|Կատեգորիա|Կատեգորիայի_քննարկում|Մասնակից|Մասնակցի_քննարկում|Մեդիա|Պատկեր|Պատկերի_քննարկում|Սպասարկող|Քննարկում|Օգնության_քննարկում|Օգնություն
hyw	hy	Գլխաւոր_Էջ	Ստորոգութիւն
ia		Pagina_principal	Adjuta|Categoria|Discussion|Discussion_\$1|Discussion_Adjuta|Discussion_Categoria|Discussion_File|Discussion_Imagine|Discussion_MediaWiki|Discussion_Patrono|Discussion_Usator|File|Imagine|MediaWiki|Multimedia|Patrono|Special|Usator
id		Halaman_Utama	Bantuan|Bantuan_Pembicaraan|Berkas|Bicara|Bicara_Pengguna|Gambar|Gambar_Pembicaraan|Istimewa|Kategori|Kategori_Pembicaraan|Media|MediaWiki|MediaWiki_Pembicaraan|Pembicaraan|Pembicaraan_\$1|Pembicaraan_Bantuan|Pembicaraan_Berkas|Pembicaraan_Gambar|Pembicaraan_Kategori|Pembicaraan_MediaWiki|Pembicaraan_Pengguna|Pembicaraan_Templat|Pengguna|Templat|Templat_Pembicaraan
ie		Principal_págine	\$1_Discussion|Auxilie|Auxilie_Discussion|Avise|Avise_Discussion|Categorie|Categorie_Discussion|Discussion|File|File_Discussion|Media|MediaWiki|MediaWiki_Discussion|Special|Usator|Usator_Discussion
ig		Ihu_mbụ	Ihü_kárírí|Midia|MidiaWiki|Nkwadọ|Nkwádọ|Nká|NkáWiki|Okwu|Okwu_\$1|Okwu_MidiaWiki|Okwu_NkáWiki|Okwu_nkwadọ|Okwu_nkwádọ|Okwu_usòrò|Okwu_àtụ|Okwu_ákwúkwó_orünotu|Okwu_ébéonọr|Okwu_òtù|Okwu_ọbanife|Usòrò|bànifé|Àtụ|Ákwúkwó_orünotu|Ébéonọr|Òtù|Ọbanife
ii	zh-cn zh-hans zh zh-hant	ꀨꏾꌠ
ik		Makpiġaaq_Kanna
ike-cans	iu	ᐊᒥᖅ
ilo		Umuna_a_Panid	\$1_tungtungan|Agar-aramat|Agar-aramat_tungtungan|Espesial|Kategoria|Kategoria_tungtungan|MediaWiki|MediaWiki_tungtungan|Midia|Papeles|Papeles_tungtungan|Plantilia|Plantilia_tungtungan|Tulong|Tulong_tungtungan|Tungtungan
inh	ru	Керттера_оагӀув	\$1_ювцар|MediaWiki|MediaWiki_ювцар|Гӏулакха|Доакъашхо|Доакъашхочун_дувцар|Ло|Ло_бувцар|Медиа|Новкъостал|Новкъостал_дувцар|ОагӀат|ОагӀат_ювцар|Файл|Файл_ювцар|Ювцар
io	eo	Chefpagino	\$1_Debato|Arkivo|Arkivo_Debato|Debato|Helpo|Helpo_Debato|Imajo|Imajo_Debato|Kategorio|Kategorio_Debato|Media|MediaWiki|MediaWiki_Debato|Modelo|Modelo_Debato|Shablono|Shablono_Debato|Specala|Uzantino|Uzantino_Debato|Uzanto|Uzanto_Debato
is		Forsíða	\$1spjall|Flokkaspjall|Flokkur|Hjálp|Hjálparspjall|Kerfissíða|Melding|Meldingarspjall|Miðill|Mynd|Myndaspjall|Notandaspjall|Notandi|Snið|Sniðaspjall|Spjall
it		Pagina_principale	Aiuto|Categoria|Discussione|Discussioni_\$1|Discussioni_MediaWiki|Discussioni_aiuto|Discussioni_categoria|Discussioni_file|Discussioni_immagine|Discussioni_template|Discussioni_utente|File|Immagine|Media|MediaWiki|Speciale|Template|Utente
iu	ike-cans
ja		メインページ	\$1‐ノート|\$1・トーク|Category‐ノート|Help‐ノート|MediaWiki|MediaWiki‐ノート|MediaWiki・トーク|Template‐ノート|カテゴリ|カテゴリ・トーク|テンプレート|テンプレート・トーク|トーク|ノート|ファイル|ファイル‐ノート|ファイル・トーク|ヘルプ|ヘルプ・トーク|メディア|利用者|利用者‐会話|利用者・トーク|特別|画像|画像‐ノート
jam		Mien_Piej
jbo		lo_ralju_papri	casnu|casnu_la_.\$1.|casnu_la_.medi\\|casnu_lo_datnyvei|casnu_lo_klesi|casnu_lo_nundju|casnu_lo_pilno|casnu_lo_termo\\|datnyvei|klesi|medi\\|nundju|pilno|rirci|termo\\|velsku
jv	id	Pendhapa	Astamiwa|Barkas|Cithakan|Cithakan_Dhiskusi|Dhiskusi|Dhiskusi_\$1|Dhiskusi_Cithakan|Dhiskusi_Gambar|Dhiskusi_Kategori|Dhiskusi_MediaWiki|Dhiskusi_Panganggo|Dhiskusi_Pitulung|Gambar|Gambar_Dhiskusi|Kategori|Kategori_Dhiskusi|Medhia|MedhiaWiki|Media|MediaWiki|MediaWiki_Dhiskusi|Mirunggan|Médhia|MédhiaWiki|Naraguna|Panganggo|Parembugan|Parembugan_\$1|Parembugan_Barkas|Parembugan_Cithakan|Parembugan_Gambar|Parembugan_Kategori|Parembugan_MedhiaWiki|Parembugan_MediaWiki|Parembugan_MédhiaWiki|Parembugan_Naraguna|Parembugan_Panganggo|Parembugan_Pitulung|Pitulung|Pitulung_Dhiskusi
ka		მთავარი_გვერდი	\$1_განხილვა|განხილვა|დახმარება|დახმარება_განხილვა|დახმარების_განხილვა|თარგი|თარგი_განხილვა|თარგის_განხილვა|კატეგორია|კატეგორია_განხილვა|კატეგორიის_განხილვა|მედია|მედიავიკი|მედიავიკი_განხილვა|მედიავიკის_განხილვა|მომხმარებელი|მომხმარებელი_განხილვა|მომხმარებლის_განხილვა|მონაწილე|მონაწილის_განხილვა|სპეციალური|სურათი|სურათი_განხილვა|ფაილი|ფაილის_განხილვა
kaa	kk-latn kk-cyrl	Bas_bet	\$1_sa\\|Anıqlama|Anıqlama_sa\\|Arnawlı|Kategoriya|Kategoriya_sa\\|Media|MediaWiki|MediaWiki_sa\\|Paydalanıwshı|Paydalanıwshı_sa\\|Sa\\|Shablon|Shablon_sa\\|Su\\
kab	fr	Asebter_agejdan	Amseqdac|Amyannan_n_\$1|Amyannan_n_MediaWiki|Amyannan_n_taggayt|Amyannan_n_tallat|Amyannan_n_talɣa|Amyannan_n_talγa|Amyannan_n_tugna|Amyannan_umsqedac|Media|MediaWiki|Mmeslay|Taggayt|Tallat|Talɣa|Talγa|Tugna|Uslig
kbd	kbd-cyrl
kbd-cyrl		НапэкӀуэцӀ_нэхъыщхьэ	\$1_тепсэлъэхьыгъуэ|MediaWiki|MediaWiki_тепсэлъэхьыгъуэ|ДэӀэпыкъуэгъуэ|ДэӀэпыкъуэгъуэ_тепсэлъэхьыгъуэ|Категориэ|Категориэ_тепсэлъэхьыгъуэ|Категория|Медиа|Обсуждение|Обсуждение_MediaWiki|Обсуждение_категории|Обсуждение_справки|Обсуждение_участника|Обсуждение_файла|Обсуждение_шаблона|Служебная|Справка|Тепсэлъэхьыгъуэ|Участник|Файл|Файл_тепсэлъэхьыгъуэ|ЦӀыхухэт|ЦӀыхухэт_тепсэлъэхьыгъуэ|Шаблон|Шаблон_тепсэлъэхьыгъуэ
kbp	fr	Talɩ_ɖeu
kcg		A̱tsak_Wat_Wu	A‌̱lyiat|A‌̱lyiat_\$1|A‌̱lyiat_MediaWiki|A‌̱lyiat_a‌̱tyunta‌̱m|A‌̱lyiat_beang|A‌̱lyiat_fail|A‌̱lyiat_nsa|A‌̱lyiat_ta‌̱mpi‌̱let|A‌̱tyunta̱m|Beang|Fail|MediaWiki|Sa|Ta‌̱mpi‌̱let|Wat_khwo
kg		Mukânda_ya_ngudi	Disolo|Disolo_\$1|Disolo_fisye|Disolo_kalasi|Disolo_kisadi|Disolo_lusadisu|Fisye|Kalasi|Kisadi|Lusadisu
kk	kk-cyrl
kk-cyrl	kk	Басты_бет	\$1_talqılawı|\$1_талқылауы|\$1_تالقىلاۋى|Anıqtama|Anıqtama_talqılawı|Arnaýı|MedïaWïkï|MedïaWïkï_talqılawı|Qatıswşı|Qatıswşı_talqılawı|Sanat|Sanat_talqılawı|Swret|Swret_talqılawı|Talqılaw|Taspa|Ülgi|Ülgi_talqılawı|Анықтама|Анықтама_талқылауы|Арнайы|МедиаУики|МедиаУики_талқылауы|Санат|Санат_талқылауы|Сурет|Сурет_талқылауы|Талқылау|Таспа|Қатысушы|Қатысушы_талқылауы|Үлгі|Үлгі_талқылауы|ارنايى|انىقتاما|انىقتاما_تالقىلاۋى|تاسپا|تالقىلاۋ|سانات|سانات_تالقىلاۋى|سۋرەت|سۋرەت_تالقىلاۋى|قاتىسۋشى|قاتىسۋشى_تالقىلاۋى|مەدياۋيكي|مەدياۋيكي_تالقىلاۋى|ٴۇلگٴى|ٴۇلگٴى_تالقىلاۋى|ٷلگٸ|ٷلگٸ_تالقىلاۋى
kk-latn	kk kk-cyrl	Bastı_bet	\$1_talqılawı|\$1_талқылауы|\$1_تالقىلاۋى|Anıqtama|Anıqtama_talqılawı|Arnaýı|MedïaWïkï|MedïaWïkï_talqılawı|Qatıswşı|Qatıswşı_talqılawı|Sanat|Sanat_talqılawı|Swret|Swret_talqılawı|Talqılaw|Taspa|Ülgi|Ülgi_talqılawı|Анықтама|Анықтама_талқылауы|Арнайы|МедиаУики|МедиаУики_талқылауы|Санат|Санат_талқылауы|Сурет|Сурет_талқылауы|Талқылау|Таспа|Қатысушы|Қатысушы_талқылауы|Үлгі|Үлгі_талқылауы|ارنايى|انىقتاما|انىقتاما_تالقىلاۋى|تاسپا|تالقىلاۋ|سانات|سانات_تالقىلاۋى|سۋرەت|سۋرەت_تالقىلاۋى|قاتىسۋشى|قاتىسۋشى_تالقىلاۋى|مەدياۋيكي|مەدياۋيكي_تالقىلاۋى|ٴۇلگٴى|ٴۇلگٴى_تالقىلاۋى|ٷلگٸ|ٷلگٸ_تالقىلاۋى
kl	da	Saqqaa	\$1-diskussion|\$1-p_oqalliffia|\$1ip_oqalliffia|Atuisoq|Atuisup_oqalliffia|Billeddiskussion|Billede|Bruger|Brugerdiskussion|Diskussion|Fiileq|Fiilip_oqalliffia|Fil|Fildiskussion|Hjælp|Hjælp-diskussion|Ikiuutini_oqallinneq|Ikiuutit|Ilisserummi_oqallinneq|Ilisserut|Immikkut|Kategori|Kategoridiskussion|MediaWiki|MediaWiki-diskussion|Mediawikip_oqalliffia|Oqallinneq|Skabelon|Skabelondiskussion|Speciel|Sumut_atassuseq|Sumut_atassusermi_oqallinneq
km		ទំព័រដើម	\$1_ពិភាក្ស|ការពិភាក្សា|ការពិភាក្សារបស់អ្នកប្រើប្រាស់|ការពិភាក្សាអំពី\$1|ការពិភាក្សាអំពីចំណាត់ថ្នាក់ក្រុម|ការពិភាក្សាអំពីចំនាត់ថ្នាក់ក្រុម|ការពិភាក្សាអំពីជំនួយ|ការពិភាក្សាអំពីទំព័រគំរូ|ការពិភាក្សាអំពីមេឌាវិគី|ការពិភាក្សាអំពីរូបភាព|ការពិភាក្សាអំពីឯកសារ|ចំណាត់ក្រុម|ចំណាត់ក្រុម-ពិភាក្សា|ចំណាត់ថ្នាក់ក្រុម|ចំនាត់ថ្នាក់ក្រុម|ជំនួយ|ជំនួយ-ពិភាក្សា|ទំព័រគំរូ|ទំព័រគំរូ-ពិភាក្សា|ពិភាក្សា|ពិសេស|មីឌា|មីឌាវិគី|មីឌាវិគី-ពិភាក្សា|មេឌា|មេឌាវិគី|រូបភាព|រូបភាព-ពិភាក្សា|អ្នកប្រើប្រាស់|អ្នកប្រើប្រាស់-ពិភាក្សា|ឯកសារ
kn		ಮುಖ್ಯ_ಪುಟ	\$1_ಚರ್ಚೆ|ಚರ್ಚೆಪುಟ|ಚಿತ್ರ|ಚಿತ್ರ_ಚರ್ಚೆಪುಟ|ಟೆಂಪ್ಲೇಟು|ಟೆಂಪ್ಲೇಟು_ಚರ್ಚೆ|ಮೀಡಿಯ|ಮೀಡಿಯವಿಕಿ|ಮೀಡೀಯವಿಕಿ_ಚರ್ಚೆ|ವರ್ಗ|ವರ್ಗ_ಚರ್ಚೆ|ವಿಶೇಷ|ಸದಸ್ಯ|ಸದಸ್ಯರ_ಚರ್ಚೆಪುಟ|ಸಹಾಯ|ಸಹಾಯ_ಚರ್ಚೆ
ko		대문	\$1토론|MediaWiki토론|그림|그림토론|도움말|도움말토론|미디어|미디어위키|미디어위키토론|분류|분류토론|사용자|사용자토론|토론|특|특수|특수기능|틀|틀토론|파일|파일토론
koi	ru	Пондöтчан_листбок
krc	ru	Баш_бет	\$1_сюзюу|MediaWiki|MediaWiki-ни_сюзюу|Болушлукъ|Болушлукъну_сюзюу|Категория|Категорияны_сюзюу|Къошулуучу|Къошулуучуну_сюзюу|Къуллукъ|Медиа|Сюзюу|Файл|Файлны_сюзюу|Шаблон|Шаблонну_сюзюу
ks	ks-arab	اَہَم_صَفہٕ
ks-arab		اَہَم_صَفہٕ	\$1_بَحَژ|\$1_کَتھ|بَحَژ|خاص|رُکُن|رُکُن_بَحَژ|رُکُن_کَتھ|زٲژ|زٲژ_بَحَژ|زٲژ_کَتھ|فرما|فرما_بَحَژ|فرما_کَتھ|فَیِل|فَیِل_بَحَژ|فَیِل_کَتھ|مَدَتھ|مَدَتھ_کَتھ|میٖڈیاوِکی|میٖڈیاوِکی_کَتھ|میڈیا|میڈیاوکی|میڈیاوکی_بَحَژ|پَلزُن|پَلزُن_بَحَژ|کَتھ
ksh	de	Houpsigg	\$1_Klaaf|Beld|Belder_Klaaf|Belld|Bellder_Klaaf|Datei|Dateie_Klaaf|Extra|Hölp|Hölp_Klaaf|Hülp|Hülp_Klaaf|Kategorie|Kategorie_Klaaf|Katejori|Katejorije_Klaaf|Kattejori|Kattejori_Klaaf|Kattejorije_Klaaf|Klaaf|MediaWiki|MediaWiki_Klaaf|Medie|MedijaWikki|MedijaWikki_Klaaf|Medium|Medmaacher|Medmaacher_Klaaf|Medmaacheren|Medmaacherin|Meedije|Meedijum|Metmaacher|Metmaacher_Klaaf|Metmaacheren|Metmaacherin|Saachjrop|Saachjropp|Saachjroppe_Klaaf|Saachjrupp|Saachjrupp_Klaaf|Saachjruppe_Klaaf|Sachjrop|Sachjrop_Klaaf|Schablon|Schablone_Klaaf|Shpezjal|Spezial
ku	ku-latn
ku-latn	ku	Destpêk	\$1_gotûbêj|\$1_nîqaş|Alîkarî|Alîkarî_nîqaş|Bikarhêner|Bikarhêner_nîqaş|Gotûbêj|Gotûbêja_MediaWiki|Gotûbêja_alîkariyê|Gotûbêja_bikarhêner|Gotûbêja_kategoriyê|Gotûbêja_wêneyî|Gotûbêja_şablonê|Kategorî|Kategorî_nîqaş|MediaWiki|MediaWiki_nîqaş|Medya|Nîqaş|Taybet|Wêne|Wêne_nîqaş|Şablon|Şablon_nîqaş
kv	ru	Медшӧр_лист_бок	Категория|Медиа|МедиаВики|МедиаВики_донъялӧм|Обсуждение|Обсуждение_MediaWiki|Обсуждение_категории|Обсуждение_справки|Обсуждение_участника|Обсуждение_файла|Обсуждение_шаблона|Отсасян|Пырысь|Пырыськӧд_сёрнитанiн|Служебная|Справка|Сёрнитанiн|Участник|Файл|Файл_донъялӧм|Шаблон|Шаблон_донъялӧм
kw		Folen_dre	Arbednek|Arbennek|Class|Cows|Cows_\$1|Cows_Class|Cows_Devnydhyer|Cows_Gweres|Cows_MediaWiki|Cows_Restren|Cows_Scantlyn|Devnydhyer|Gweres|Kescows|Kescows_\$1|Kescows_Class|Kescows_Devnydhyer|Kescows_Gweres|Kescows_MediaWiki|Kescows_Restren|Kescows_Skantlyn|Keskows|Keskows_\$1|Keskows_Devnydhyer|Keskows_Gweres|Keskows_Klass|Keskows_MediaWiki|Keskows_Restren|Keskows_Skantlyn|Klass|Media|MediaWiki|Restren|Scantlyn|Skantlyn
ky		Башкы_барак	\$1_талкуулоо|Атайын|Жардам|Жардамды_талкуулоо|Калып|Калыпты_талкуулоо|Категория|Категорияны_талкуулоо|Колдонуучу|Колдонуучунун_баарлашуулары|Медиа|МедиаВики|МедиаВикини_талкуулоо|Талкуу|Файл|Файлды_талкуулоо
la		Pagina_prima	Auxilium|Categoria|Disputatio|Disputatio_Auxilii|Disputatio_Categoriae|Disputatio_Fasciculi|Disputatio_Formulae|Disputatio_Imaginis|Disputatio_MediaWiki|Disputatio_Usoris|Fasciculus|Formula|Imago|MediaWiki|Specialis|Usor
lad	es	La_Primera_Hoja	\$1_Discusión|Archivo|Archivo_Discusión|Ayuda|Ayuda_Discusión|Ayudo|Categoría|Categoría_Discusión|Discusión|Diskussión|Diskussión_de_\$1|Diskussión_de_Ayudo|Diskussión_de_Dossia|Diskussión_de_Xabblón|Diskusyón|Diskusyón_de_\$1|Diskusyón_de_Ayudo|Diskusyón_de_Dosya|Diskusyón_de_Kateggoría|Diskusyón_de_Katēggoría|Diskusyón_de_MedyaViki|Diskusyón_de_Xabblón|Diskusyón_de_Xablón|Dossia|Dosya|Empleador|Especial|Kateggoría|Katēggoría|Meddia|MediaWiki_Discusión|Medya|MedyaViki|Message_de_Empleador|Messaje_de_Usador|Plantilla|Plantilla_Discusión|Usador|Usuario|Usuario_Discusión|Xabblón|Xablón
lb	de	Haaptsäit	\$1_Diskussioun|Benotzer|Benotzer_Diskussioun|Bild|Bild_Diskussioun|Diskussioun|Fichier|Fichier_Diskussioun|Hëllef|Hëllef_Diskussioun|Kategorie|Kategorie_Diskussioun|Media|MediaWiki|MediaWiki_Diskussioun|Schabloun|Schabloun_Diskussioun|Spezial
lbe	ru	Агьаммур_лажин	\$1лиясса_ихтилат|MediaWiki|MediaWikiлиясса_ихтилат|Гьуртту_хьума|Гьуртту_хьуминнал_ихтилат|Ихтилат|Категория|Категориялиясса_ихтилат|Кумаг|Кумаграясса_ихтилат|Къуллугъирал_лажин|Медиа|Сурат|Суратраясса_ихтилат|Шаблон|Шаблондалиясса_ихтилат
lez	ru az	Кьилин_ччин	\$1_веревирд_авун|MediaWiki|MediaWiki_веревирд_авун|Веревирд_авун|Категория|Категория_веревирд_авун|Медиа|Обсуждение|Обсуждение_MediaWiki|Обсуждение_категории|Обсуждение_справки|Обсуждение_участника|Обсуждение_файла|Обсуждение_шаблона|Справка|Уртах|Уртахдин_веревирд_авун|Участник|Файл|Файл_веревирд_авун|Шаблон|Шаблон_веревирд_авун
lfn		Paje_xef	\$1_Discute|Aida|Aida_Discute|Categoria|Categoria_Discute|Discute|Fix|Fix_Discute|Model|Model_Discute|Spesial|Usor|Usor_Discute
li	nl	Veurblaad	Aafbeilding|Categorie|Euverlèk|Euverlèk_\$1|Euverlèk_MediaWiki|Euverlèk_afbeelding|Euverlèk_categorie|Euverlèk_gebroeker|Euverlèk_help|Euverlèk_kategorie|Euverlèk_plaetje|Euverlèk_sjabloon|Gebroeker|Help|Kategorie|Media|MediaWiki|Plaetje|Sjabloon|Speciaal
lij	it	Pàgina_prinçipâ	Agiûtto|Aiuto|Categoria|Categorîa|Discussione|Discussioni_\$1|Discussioni_MediaWiki|Discussioni_aiuto|Discussioni_categoria|Discussioni_immagine|Discussioni_template|Discussioni_utente|Discûscion|Discûscioîn_\$1|Discûscioîn_MediaWiki|Discûscioîn_agiûtto|Discûscioîn_categorîa|Discûscioîn_immaggine|Discûscioîn_template|Discûscioîn_ûtente|Immaggine|Immagine|Media|Speciale|Speçiale|Utente
lld	it rm fur	Plata_prinzipala
lmo	pms eml lij vec it	Pagina_principala	\$1_Ciciarada|Aida|Aiuto|Archivi|Categoria|Categuria|Ciciarada|Ciciarada_\$1|Ciciarada_Aida|Ciciarada_Archivi|Ciciarada_Categoria|Ciciarada_Categuria|Ciciarada_Dovrat|Ciciarada_Druvadur|Ciciarada_Druvat|Ciciarada_Jut|Ciciarada_Jüt|Ciciarada_MediaWiki|Ciciarada_Model|Ciciarada_Modell|Ciciarada_Mudel|Ciciarada_Utent|Discussione|Discussioni_\$1|Discussioni_MediaWiki|Discussioni_aiuto|Discussioni_categoria|Discussioni_file|Discussioni_immagine|Discussioni_template|Discussioni_utente|Dovrat|Druvadur|Druvat|Immagine|Jut|Jüt|MediaWiki|Model|Modell|Mudel|Special|Speciale|Utent|Utente
ln	fr	Lonkásá_ya_libosó
lo		ໜ້າຫຼັກ	ຊ່ວຍເຫຼືອ|ຜູ້ໃຊ້|ພິເສດ|ມີເດຍວິກິ|ສື່|ສື່ອ|ສົນທະນາ|ສົນທະນາກ່ຽວກັບ\$1|ສົນທະນາກ່ຽວກັບຊ່ວຍເຫຼືອ|ສົນທະນາກ່ຽວກັບມີເດຍວິກິ|ສົນທະນາກ່ຽວກັບຮູບ|ສົນທະນາກ່ຽວກັບແມ່ແບບ|ສົນທະນາກ່ຽວກັບໝວດ|ສົນທະນາຂອງຜູ້ໃຊ້|ຮູບ|ແມ່ແບບ|ໝວດ
lrc	fa	سرآسونٱ	أسگ|جانیا|دأسە|مئدیاڤیکی|پوروجە|چأک_چئنە|چأک_چئنە_\$1|چأک_چئنە_أسگ|چأک_چئنە_جانیا|چأک_چئنە_دأسە|چأک_چئنە_مئدیاڤیکی|چأک_چئنە_پوروجە|چأک_چئنە_چوأ|چأک_چئنە_کاریار|چأک_چئنە_ھومیاری|چوٙأ|ڤارئسگأر|ڤیجە|کاریار|ھومیاری
lt		Pagrindinis_puslapis	\$1_aptarimas|Aptarimas|Kategorija|Kategorijos_aptarimas|MediaWiki|MediaWiki_aptarimas|Medija|Naudotoja|Naudotojas|Naudotojo_aptarimas|Naudotojos_aptarimas|Pagalba|Pagalbos_aptarimas|Specialus|Vaizdas|Vaizdo_aptarimas|Šablonas|Šablono_aptarimas
ltg	lv	Suoku_puslopa	Fails|Kategoreja|Lītuotuojs|Medeja|MediaWiki|Paleigs|Seviškuo|Sprīža|Sprīža_ap_MediaWiki|Sprīža_ap_failu|Sprīža_ap_kategoreju|Sprīža_ap_lītuotuoju|Sprīža_ap_paleigu|Sprīža_ap_taisu|Taiss
lv		Sākumlapa	Attēla_diskusija|Attēls|Dalībniece|Dalībnieces_diskusija|Dalībnieka_diskusija|Dalībnieks|Diskusija|Kategorija|Kategorijas_diskusija|Lietotāja_diskusija|Lietotājs|Media|MediaWiki|MediaWiki_diskusija|Palīdzība|Palīdzības_diskusija|Special|Veidne|Veidnes_diskusija
lzh	zh-hant zh zh-hans	卷首
mad	id	Tanèyan	Bhengkek|Bhângsa|Bhântowan|Cèṭa\\|Mèḍia|MèḍiaWiki|Pakanḍhâ\\|Pangangghuy|Spesial
mai	hi	सम्मुख_पन्ना	\$1_वार्ता|आकृति|आकृति_वार्ता|प्रयोगकर्ता|प्रयोगकर्ता_वार्ता|फाइल|फाइल_वार्ता|मद्दत|मद्दत_वार्ता|मेडिया|मेडियाविकि|मेडियाविकि_वार्ता|वार्ता|विशेष|श्रेणी|श्रेणी_वार्ता
map-bms	jv id	Kaca_Utama
mdf	myv ru	Пря_лопа	\$1_корхнема|MediaWiki|Башка|Изображение|Категорие|Категорие_корхнема|Категория|Корхнема|Лезкс|Лезкс_корхнема|Медиа|МедиаВики|МедиаВики_корхнема|Няйф|Няйф_корхнема|Обсуждение|Обсуждение_MediaWiki|Обсуждение_изображения|Обсуждение_категории|Обсуждение_справки|Обсуждение_участника|Обсуждение_шаблона|Служебная|Справка|Тиись|Тиись_корхнема|Участник|Шаблон|Шаблон_корхнема
mg	fr	Fandraisana	Aide|Catégorie|Dinika|Dinika_amin\\|Discussion_\$1|Discussion_Aide|Discussion_Catégorie|Discussion_Image|Discussion_MediaWiki|Discussion_Modèle|Discussion_Utilisateur|Discuter|Endrika|Fanampiana|Fanoroana|Manokana|MediaWiki|Modèle|Mpikambana|Média|Rakitra|Sary|Sokajy|Utilisateur|ny_fanampiana
mhr	mrj ru	Тӱҥ_лаштык	\$1ын_каҥашымаш|\$1ын_каҥашымашыже|Категорий|Категорий_шотышто_каҥашымаш|Категорийын_каҥашымаш|Категория|Каҥашымаш|Кышкар|Кышкар_шотышто_каҥашымаш|Лӱмын_ыштыме|Медиа|Обсуждение|Обсуждение_MediaWiki|Обсуждение_категории|Обсуждение_справки|Обсуждение_участника|Обсуждение_файла|Обсуждение_шаблона|Пайдаланыше|Пайдаланышын_каҥашымаш|Пайдаланышын_каҥашымашыже|Полшык|Полшык_шотышто_каҥашымаш|Полшыкын_каҥашымаш|Служебная|Справка|Участник|Файл|Файл_шотышто_каҥашымаш|Файлын_каҥашымаш|Шаблон|Ямдылык|Ямдылык_шотышто_каҥашымаш|Ямдылыкын_каҥашымаш
min	id	Palanta	Bantuan|Berkas|Istimewa|Kategori|Maota|Media|MediaWiki|Pangguno|Pembicaraan|Pembicaraan_\$1|Pembicaraan_Bantuan|Pembicaraan_Berkas|Pembicaraan_Kategori|Pembicaraan_MediaWiki|Pembicaraan_Pengguna|Pembicaraan_Templat|Pengguna|Rundiang|Rundiang_\$1|Rundiang_Bantuan|Rundiang_Berkas|Rundiang_Kategori|Rundiang_MediaWiki|Rundiang_Pangguno|Rundiang_Templat|Templat
mk		Главна_страница	Категорија|Корисник|Медиум|Медија|МедијаВики|Податотека|Помош|Предлошка|Разговор|Разговор_за_\$1|Разговор_за_МедијаВики|Разговор_за_категорија|Разговор_за_податотека|Разговор_за_помош|Разговор_за_предлошка|Разговор_за_слика|Разговор_за_шаблон|Разговор_со_корисник|Слика|Специјална|Специјални|Шаблон
ml		പ്രധാന_താൾ	\$1_സംവാദം|അംഗം|അംഗങ്ങളുടെ_സംവാദം|ഉ|ഉപയോക്താവിന്റെ_സംവാദം|ഉപയോക്താവ്|ഉസം|ചി|ചിത്രം|ചിത്രത്തിന്റെ_സംവാദം|ചിസം|പ്ര|പ്രത്യേ|പ്രത്യേകം|പ്രമാണം|പ്രമാണത്തിന്റെ_സംവാദം|പ്രസം|ഫ|ഫലകം|ഫലകത്തിന്റെ_സംവാദം|ഫസം|മീ|മീഡിയ|മീഡിയവിക്കി|മീഡിയവിക്കി_സംവാദം|മീസം|വ|വസം|വി|വിഭാഗം|വിഭാഗത്തിന്റെ_സംവാദം|വിസം|വർഗ്ഗം|വർഗ്ഗത്തിന്റെ_സംവാദം|സ|സം|സംവാദം|സസം|സഹായം|സഹായത്തിന്റെ_സംവാദം
mn		Нүүр_хуудас	\$1-н_хэлэлцүүлэг|Ангилал|Ангиллын_хэлэлцүүлэг|Загвар|Загварын_хэлэлцүүлэг|Зураг|Зургийн_хэлэлцүүлэг|Медиа|МедиаВики|МедиаВикигийн_хэлэлцүүлэг|Тусгай|Тусламж|Тусламжийн_хэлэлцүүлэг|Файл|Файлын_хэлэлцүүлэг|Хэлэлцүүлэг|Хэрэглэгч|Хэрэглэгчийн_яриа
mni		ꯃꯔꯨꯑꯣꯏꯕ_ꯂꯃꯥꯏ	\$1_ꯋꯥ_ꯍꯥꯏꯐꯝ|ꯁꯤꯖꯤꯟꯅꯔꯤꯕ|ꯁꯤꯖꯤꯟꯅꯔꯤꯕ_ꯋꯥ_ꯍꯥꯏꯐꯝ|ꯃꯆꯥꯈꯥꯏꯕ|ꯃꯆꯥꯈꯥꯏꯕ_ꯋꯥ_ꯍꯥꯏꯐꯝ|ꯃꯇꯦꯡ|ꯃꯇꯦꯡ_ꯋꯥ_ꯍꯥꯏꯐꯝ|ꯃꯦꯗꯤꯌꯥ|ꯃꯦꯗꯤꯌꯥꯋꯤꯀꯤ|ꯃꯦꯗꯤꯌꯥꯋꯤꯀꯤ_ꯋꯥ_ꯍꯥꯏꯐꯝ|ꯇꯦꯝꯄ꯭ꯂꯦꯠ|ꯇꯦꯝꯄ꯭ꯂꯦꯠ_ꯋꯥ_ꯍꯥꯏꯐꯝ|ꯋꯥ_ꯍꯥꯏꯐꯝ|ꯐꯥꯏꯜ|ꯐꯥꯏꯜ_ꯋꯥ_ꯍꯥꯏꯐꯝ|ꯑꯈꯟꯅꯕ
mnw	my	မုက်လိက်တမ်	\$1_ဓရီုကျာ|ကဏ္ဍ|ကဏ္ဍ_ဓရီုကျာ|ညးလွပ်|ညးလွပ်_ဓရီုကျာ|တၟေင်|ထာမ်ပလိက်|ထာမ်ပလိက်_ဓရီုကျာ|ဓရီုကျာ|မဳဒဳယာ|မဳဒဳယာဝဳကဳ|မဳဒဳယာဝဳကဳ_ဓရီုကျာ|ရီု|ရီု_ဓရီုကျာ|ဝှာင်|ဝှာင်_ဓရီုကျာ
mo	ro	Паӂина_принчипалэ
mos		Soraogo
mr		मुखपृष्ठ	\$1_चर्चा|चर्चा|चित्र|चित्र_चर्चा|मिडिया|मिडियाविकी|मिडियाविकी_चर्चा|वर्ग|वर्ग_चर्चा|विशेष|सदस्य|सदस्य_चर्चा|सहाय्य|सहाय्य_चर्चा|साचा|साचा_चर्चा|साहाय्य|साहाय्य_चर्चा
mrj	mhr ru	Тӹнг_ӹлӹштӓш	\$1_кӓнгӓшӹмӓш|MediaWiki|MediaWiki-м_кӓнгӓшӹмӓш|MediaWiki_кӓнгӓшӹмӓш|Категори|Категори_кӓнгӓшӹмӓш|Категорим_кӓнгӓшӹмӓш|Кӓнгӓшӹмӓш|Медиа|Палшык|Палшыкым_кӓнгӓшӹмӓш|Палшыкын_кӓнгӓшӹмӓш|Сирӹшӹ|Сирӹшӹм_кӓнгӓшӹмӓш|Сирӹшӹн_кӓнгӓшӹмӓшӹжӹ|Спецӹлӹштӓш|Файл|Файл_кӓнгӓшӹмӓш|Файлым_кӓнгӓшӹмӓш|Шаблон|Шаблон_кӓнгӓшӹмӓш|Шаблоным_кӓнгӓшӹмӓш
ms		Laman_Utama	Bantuan|Fail|Imej|Imej_Perbualan|Istimewa|Kategori|Khas|Media|MediaWiki|MediaWiki_Perbualan|Pengguna|Perbincangan|Perbincangan_\$1|Perbincangan_Imej|Perbincangan_MediaWiki|Perbincangan_bantuan|Perbincangan_fail|Perbincangan_kategori|Perbincangan_pengguna|Perbincangan_templat|Perbualan|Perbualan_\$1|Perbualan_Bantuan|Perbualan_Kategori|Perbualan_Pengguna|Perbualan_Templat|Templat
mt		Il-Paġna_prinċipali	\$1_diskussjoni|\$1_diskuti|Diskussjoni|Diskussjoni_\$1|Diskussjoni_MediaWiki|Diskussjoni_għajnuna|Diskussjoni_kategorija|Diskussjoni_mudell|Diskussjoni_stampa|Diskussjoni_utent|Diskuti|Diskuti_MedjaWiki|Diskuti_għajnuna|Diskuti_kategorija|Diskuti_stampa|Diskuti_template|Diskuti_utent|Għajnuna|Kategorija|MediaWiki|Medja|MedjaWiki|Midja|Mudell|Speċjali|Stampa|Utent
mwl	pt	Páigina_percipal	\$1_Discussão|\$1_cumbersa|Ajuda|Ajuda_Discussão|Biqui|Catadorie|Categoria|Categoria_Discussão|Cumbersa|Cumbersa_\$1|Cumbersa_Biqui|Cumbersa_Modelo|Cumbersa_ajuda|Cumbersa_catadorie|Cumbersa_fexeiro|Cumbersa_modelo|Cumbersa_outelizador|Cumbersa_outelizador(a)|Cumbersa_outelizadora|Discussão|Especial|Fexeiro|Ficheiro|Ficheiro_Discussão|Imagem|Imagem_Discussão|Media|MediaWiki|MediaWiki_Discussão|Modelo|Multimédia|Outelizador|Outelizador(a)|Outelizadora|Predefinição|Predefinição_Discussão|Special|Usuário|Usuário_Discussão|Utilizador|Utilizadora
my		ဗဟိုစာမျက်နှာ	\$1_ဆွေးနွေးချက်|ကဏ္ဍ|ကဏ္ဍ_ဆွေးနွေးချက်|ဆွေးနွေးချက်|တမ်းပလိတ်|တမ်းပလိတ်_ဆွေးနွေးချက်|ဖိုင်|ဖိုင်_ဆွေးနွေးချက်|မီဒီယာ|မီဒီယာဝီကီ|မီဒီယာဝီကီ_ဆွေးနွေးချက်|အကူအညီ|အကူအညီ_ဆွေးနွေးချက်|အထူး|အသုံးပြုသူ|အသုံးပြုသူ_ဆွေးနွေးချက်
myv	mdf ru	Прявтлопа	\$1_кортамось|MediaWiki|MediaWiki-нь_кортамось|Артовкс|Артовксто_кортамось|Башка_тевень|Категория|Категориядо_кортамось|Кортамо|Лезкс|Лезкстэ_кортамось|ЛопаПарцун|ЛопаПарцундо_кортамось|Медия|Теиця|Теицянь_кортамось
mzn	fa	گت_صفحه	\$1_گپ|الگو|بحث|بحث_\$1|بحث_الگو|بحث_تصویر|بحث_راهنما|بحث_رده|بحث_مدیاویکی|بحث_پرونده|بحث_کاربر|تصویر|رانما|رانما_گپ|رانه‌ما|رانه‌مائه_گپ|رانه‌مای_گپ|راهنما|رج|رج_گپ|رده|شا|شابلون|شابلون_گپ|مدیا|مدیاویکی|مدیاویکی_گپ|مه‌دیا|مه‌دیا_ویکی|مه‌دیا_ویکی_گپ|مه‌دیاویکی|مه‌دیاویکی_گپ|ویژه|پرونده|پرونده_گپ|کاربر|کارور|کارور_گپ|گپ
nah	es	Yacatlahcuilolli	\$1_tēixnāmiquiliztli|Ayuda|Ayuda_Discusión|Categoría|Categoría_Discusión|Discusión|Especial|Huiquimedia|Huiquimedia_tēixnāmiquiliztli|Imagen|Imagen_Discusión|Media|MediaWiki|MediaWiki_Discusión|Mēdiatl|Nemachiyōtīlli|Nemachiyōtīlli_tēixnāmiquiliztli|Neneuhcāyōtl|Neneuhcāyōtl_tēixnāmiquiliztli|Nōncuahquīzqui|Plantilla|Plantilla_Discusión|Tlatequitiltilīlli|Tlatequitiltilīlli_tēixnāmiquiliztli|Tēixnāmiquiliztli|Tēpalēhuiliztli|Tēpalēhuiliztli_tēixnāmiquiliztli|Usuario|Usuario_Discusión|Wikipedia|Wikipedia_Discusión|Īxiptli|Īxiptli_tēixnāmiquiliztli
nan	cdo zh-hant zh zh-hans	Thâu-ia̍h	\$1_thó-lūn|\$1討論|Iōng-chiá|Iōng-chiá_thó-lūn|Lūi-pia̍t|Lūi-pia̍t_thó-lūn|MediaWiki|MediaWiki_thó-lūn|Mûi-thé|Pang-bô͘|Pang-bô͘_thó-lūn|Pang-chān|Pang-chān_thó-lūn|Tek-pia̍t|Thó-lūn|tóng-àn|tóng-àn_thó-lūn|分類|分類討論|媒體|媒體維基|媒體維基討論|幫助|幫助討論|文件|文件討論|模板|模板討論|特殊|用戶|用戶討論|討論
nap	it	Paggena_prencepale	\$1_chiàcchiera|Aiuto|Ajùto|Ajùto_chiàcchiera|Categoria|Categurìa|Categurìa_chiàcchiera|Chiàcchiera|Discussione|Discussioni_\$1|Discussioni_MediaWiki|Discussioni_aiuto|Discussioni_categoria|Discussioni_immagine|Discussioni_template|Discussioni_utente|Fiùra|Fiùra_chiàcchiera|Immagine|Media|MediaWiki|MediaWiki_chiàcchiera|Modello|Modello_chiàcchiera|Speciale|Speciàle|Utente|Utente_chiàcchiera
nb	no nn	Forside	\$1-diskusjon|Bilde|Bildediskusjon|Bruker|Brukerdiskusjon|Diskusjon|Fil|Fildiskusjon|Hjelp|Hjelpdiskusjon|Kategori|Kategoridiskusjon|Mal|Maldiskusjon|MediaWiki|MediaWiki-diskusjon|Medium|Spesial
nds	de	Hööftsiet	\$1_Diskuschoon|\$1_Diskussion|Benutzer|Benutzer_Diskussion|Bild|Bild_Diskuschoon|Bild_Diskussion|Bruker|Bruker_Diskuschoon|Datei|Datei_Diskuschoon|Diskuschoon|Diskussion|Hilfe|Hilfe_Diskussion|Hülp|Hülp_Diskuschoon|Kategorie|Kategorie_Diskuschoon|Kategorie_Diskussion|Media|MediaWiki|MediaWiki_Diskuschoon|MediaWiki_Diskussion|Spezial|Vorlage|Vorlage_Diskussion|Vörlaag|Vörlaag_Diskuschoon
nds-nl	nl	Vöärblad	Bestaand|Categorie|Gebruker|Hulpe|Kategorie|Kattegerie|Mal|Media|MediaWiki|Ofbeelding|Overleg|Overleg_\$1|Overleg_MediaWiki|Overleg_bestaand|Overleg_categorie|Overleg_gebruker|Overleg_hulpe|Overleg_kategorie|Overleg_kattegerie|Overleg_mal|Overleg_ofbeelding|Overleg_sjabloon|Sjabloon|Speciaal|Speciaol|Spesiaal
ne		मुख्य_पृष्ठ	\$1_वार्ता|चित्र|चित्र_वार्ता|ढाँचा|ढाँचा_वार्ता|प्रयोगकर्ता|प्रयोगकर्ता_वार्ता|मद्दत|मद्दत_वार्ता|मीडिया|मीडियाविकि|मीडियाविकि_वार्ता|वार्तालाप|विशेष|श्रेणी|श्रेणी_वार्ता
new		मू_पौ	\$1_खँलाबँला|किपा|किपा_खँलाबँला|खँलाबँला|ग्वाहालि|ग्वाहालि_खँलाबँला|छ्येलेमि|छ्येलेमि_खँलाबँला|पुचः|पुचः_खँलाबँला|माध्यम|मिडियाविकि|मिडियाविकि_खँलाबँला|विशेष
nia	id	Olayama	Berkas|Fanolo|Huhuo|Huhuo_\$1|Huhuo_MediaWiki|Huhuo_berkas|Huhuo_kategori|Huhuo_templat|Huhuo_wanolo|Huhuo_zangoguna|Kategori|Media|MediaWiki|Sangoguna|Si_tohude|Templat
nl		Hoofdpagina	Afbeelding|Bestand|Categorie|Gebruiker|Help|Media|MediaWiki|Overleg|Overleg_\$1|Overleg_MediaWiki|Overleg_afbeelding|Overleg_bestand|Overleg_categorie|Overleg_gebruiker|Overleg_help|Overleg_sjabloon|Sjabloon|Speciaal
nn	no nb	Hovudside	\$1-diskusjon|Brukar|Brukardiskusjon|Diskusjon|Fil|Fildiskusjon|Filpeikar|Hjelp|Hjelpdiskusjon|Kategori|Kategoridiskusjon|Mal|Maldiskusjon|MediaWiki|MediaWiki-diskusjon|Spesial
nqo		ߓߏ߬ߟߏ߲߬ߘߊ	\$1 ߢߊߝߐߞߣߍ|ߞߐߕߐ߮|ߞߐߕߐ߮ ߢߊߝߐߞߣߍ|ߞߙߊߞߏ|ߞߙߊߞߏ ߢߊߝߐߞߣߍ|ߞߙߍߞߙߍߣߍ߲|ߟߊߓߊ߯ߙߟߊ|ߟߊߓߊ߯ߙߟߊ ߟߊ߫ ߢߊߝߐߞߣߍ|ߟߊߛߋߢߊߥߙߍ|ߡߊ߬ߘߍ߬ߡߍ߲߬ߠߌ߲|ߡߊ߬ߘߍ߬ߡߍ߲߬ߠߌ߲ ߢߊߝߐߞߣߍ|ߡߘߌߦߊߥߞߌ|ߡߘߌߦߊߥߞߌ ߢߊߝߐߞߣߍ|ߢߊߝߐߞߣߍ|ߦߌߟߡߊ|ߦߌߟߡߊ ߢߊߝߐߞߣߍ
nrm	nrf fr	Aîgue
nso		Letlakala_la_pele	\$1_Poledišano|Bolediša|Boledišana_le_Mošomi|Media|MediaWiki|Mošomi|Poledišano_ya_MediaWiki|Poledišano_ya_Seswantšho|Poledišano_ya_Setensele|Poledišano_ya_Template|Poledišano_ya_Thušo|Seswantšho|Setensele|Special|Template|Thušo
nv		Íiyisíí_Naaltsoos	\$1_baa_yáshtiʼ|Anáʼálwoʼ|Anáʼálwoʼ_baa_yáshtiʼ|Bee_álnééhí|Bee_álnééhí_baa_yáshtiʼ|Choyoołʼįįhí|Choyoołʼįįhí_bichʼįʼ_yáshtiʼ|Eʼelyaaígíí|Eʼelyaaígíí_baa_yáshtiʼ|Media|MediaWiki|MediaWiki_baa_yáshtiʼ|Naaltsoos_baa_yáshtiʼ|Special|Tʼááłáhági_átʼéego|Tʼááłáhági_átʼéego_baa_yáshtiʼ
ny		Tsamba_Lalikulu
oc	ca fr	Acuèlh	Ajuda|Categoria|Discussion_\$1|Discussion_Ajuda|Discussion_Categoria|Discussion_Fichièr|Discussion_Imatge|Discussion_MediaWiki|Discussion_Mediaòiqui|Discussion_Modèl|Discussion_Utilisator|Discussion_Utilizaire|Discutida_Ajuda|Discutida_Categoria|Discutida_Imatge|Discutida_Mediaòiqui|Discutida_Modèl|Discutida_Utilisator|Discutir|Especial|Fichièr|Imatge|MediaWiki|Mediaòiqui|Modèl|Mèdia|Utilisator|Utilizaire
olo	fi	Piäsivu	\$1_pagin|Abu|Abu_pagin|Erikoine|Failu|Failu_pagin|Kategourii|Kategourii_pagin|Käyttäi|Käyttäi_pagin|Medii|MediiWiki|MediiWiki_pagin|Pagin|Šablonu|Šablonu_pagin
or		ପ୍ରଧାନ_ପୃଷ୍ଠା	\$1_ଆଲୋଚନା|ଆଲୋଚନା|ଉଇକିପିଡ଼ିଆ_ଆଲୋଚନା|ଛାଞ୍ଚ|ଛାଞ୍ଚ_ଆଲୋଚନା|ଟେଁପଲେଟ|ଟେଁପଲେଟ_ଆଲୋଚନା|ଟେମ୍ପଲେଟ|ଟେମ୍ପଲେଟ_ଆଲୋଚନା|ଫାଇଲ|ଫାଇଲ_ଆଲୋଚନା|ବିଭାଗ|ବିଭାଗିୟ_ଆଲୋଚନା|ବିଶେଷ|ବ୍ୟବହାରକାରି|ବ୍ୟବହାରକାରିଁକ_ଆଲୋଚନା|ବ୍ୟବହାରକାରୀ|ବ୍ୟବହାରକାରୀଙ୍କ_ଆଲୋଚନା|ବ୍ୟବାହାରକାରୀ|ବ୍ୟବାହାରକାରୀଙ୍କ_ଆଲୋଚନା|ମାଧ୍ୟମ|ମିଡ଼ିଆଉଇକି|ମିଡ଼ିଆଉଇକି_ଆଲୋଚନା|ଶ୍ରେଣୀ|ଶ୍ରେଣୀ_ଆଲୋଚନା|ସହଯୋଗ|ସହଯୋଗ_ଆଲୋଚନା|ସାହାଯ୍ୟ|ସାହାଯ୍ୟ_ଆଲୋଚନା
os	ru	Сæйраг_фарс	MediaWiki|MediaWiki-йы_тæрхон|Æххуыс|Æххуысы_тæрхон|Æххуысы_тыххæй_дискусси|Архайæг|Архайæджы_дискусси|Архайæджы_ныхас|Дискусси|Дискусси_\$1|Дискусси_MediaWiki|Категори|Категорийы_тæрхон|Категорийы_тыххæй_дискусси|Медиа|Ныв|Нывы_тæрхон|Нывы_тыххæй_дискусси|Сæрмагонд|Тæрхон|Тæрхон_MediaWiki|Файл|Файлы_тæрхон|Хуызæг|Хуызæджы_тæрхон|Шаблон|Шаблоны_тæрхон|Шаблоны_тыххæй_дискусси
pa		ਮੁੱਖ_ਸਫ਼ਾ	\$1_ਗੱਲ-ਬਾਤ|\$1_ਚਰਚਾ|ਖ਼ਾਸ|ਖਾਸ|ਗੱਲ-ਬਾਤ|ਚਰਚਾ|ਤਸਵੀਰ|ਤਸਵੀਰ_ਗੱਲ-ਬਾਤ|ਤਸਵੀਰ_ਚਰਚਾ|ਨਮੂਨਾ|ਨਮੂਨਾ_ਚਰਚਾ|ਫਰਮਾ|ਫਰਮਾ_ਗੱਲ-ਬਾਤ|ਮਦਦ|ਮਦਦ_ਗੱਲ-ਬਾਤ|ਮਦਦ_ਚਰਚਾ|ਮੀਡੀਆ|ਮੀਡੀਆਵਿਕਿ|ਮੀਡੀਆਵਿਕਿ_ਚਰਚਾ|ਮੀਡੀਆਵਿਕੀ|ਮੀਡੀਆਵਿਕੀ_ਗੱਲ-ਬਾਤ|ਮੈਂਬਰ|ਮੈਂਬਰ_ਚਰਚਾ|ਵਰਤੋਂਕਾਰ|ਵਰਤੋਂਕਾਰ_ਗੱਲ-ਬਾਤ|ਵਰਤੌਂਕਾਰ|ਵਰਤੌਂਕਾਰ_ਗੱਲ-ਬਾਤ|ਸ਼੍ਰੇਣੀ|ਸ਼੍ਰੇਣੀ_ਗੱਲ-ਬਾਤ|ਸ਼੍ਰੇਣੀ_ਚਰਚਾ
pcd	fr	Moaite_Pache
pcm		Main_Pej	\$1_tok_abaut_am|File|File_tok_abaut_am|Hep|Hep_tok_abaut_am|Impotant|Katigori|Katigori_tok_abaut_am|Media|MediaWiki|MediaWiki_tok_abaut_am|Templet|Templet_tok_abaut_am|Tok_abaut_am|Yuza|Yuza_tok_abaut_am
pdc	de	Haaptblatt	\$1_Dischbedutt|\$1_Diskussion|Abdeeling|Abdeeling_Dischbedutt|Benutzer|Benutzer_Diskussion|Datei|Datei_Diskussion|Dischbedutt|Diskussion|Feil|Feil_Dischbedutt|Hilf|Hilf_Dischbedutt|Hilfe|Hilfe_Diskussion|Kategorie|Kategorie_Diskussion|MediaWiki_Dischbedutt|MediaWiki_Diskussion|Medium|Moddel|Moddel_Dischbedutt|Spezial|Vorlage|Vorlage_Diskussion|Yuuser|Yuuser_Dischbedutt
pfl	de	Schdadsaid	\$1_Dischbediere|\$1_Diskussion|Babble|Benudzer|Benudzer_Dischbediere|Benutzer|Benutzer_Diskussion|Dadai|Dadai_Dischbediere|Datei|Datei_Diskussion|Diskussion|Hilf|Hilf_Dischbediere|Hilfe|Hilfe_Diskussion|Kadegorie|Kadegorie_Dischbediere|Kategorie|Kategorie_Diskussion|MediaWiki|MediaWiki_Dischbediere|MediaWiki_Diskussion|Medium|Middawaida|Middawaida_Dischbediere|Sachgrubb|Sachgrubb_Dischbediere|Schbezial|Spezial|Vorlach|Vorlach_Dischbediere|Vorlage|Vorlage_Diskussion
pi		पमुख_पत्त	\$1_सम्भासित|अवयव|अवयव_सम्भासित|अवस्सय|अवस्सय_सम्भासित|पटिमा|पटिमा_सम्भासित|पटिरूप|पटिरूप_सम्भासित|मीडिया|मीडियाविकि|मीडियाविकि_सम्भासित|विभाग|विभाग_सम्भासित|विसेस|सम्भासित
pih		Mien_Paij
pl		Strona_główna	Dyskusja|Dyskusja_\$1|Dyskusja_MediaWiki|Dyskusja_grafiki|Dyskusja_kategorii|Dyskusja_pliku|Dyskusja_pomocy|Dyskusja_szablonu|Dyskusja_użytkowniczki|Dyskusja_użytkownika|Grafika|Kategoria|Media|MediaWiki|Plik|Pomoc|Specjalna|Szablon|Użytkowniczka|Użytkownik
pms	it	Intrada	Agiut|Categorìa|Ciaciarade|Discussion|Discussion_ant_sl\\|Discussion_ant_sla_\$1|Discussion_ant_sla_categorìa|Discussion_dla_MediaWiki|Discussion_dla_figura|Discussion_dlë_stamp|Figura|Media|MediaWiki|Special|Stamp|Utent
pnb		پہلا_صفہ	تصویر|خاص|سانچہ|سانچہ_گل_بات|فائل|فائل_گل_بات|میڈیا|میڈیا_وکی|میڈیاوکی_گل_بات|ورتن_گل_بات|ورتنوالا|ویونت_گل_بات|گل_بات|گٹھ|گٹھ_گل_بات|ہتھونڈائی|ہتھونڈائی_گل_بات
pnt	el	Αρχικόν_σελίδα	\$1_καλάτσεμαν|MediaWiki|MediaWiki_talk|Αρχείον|Βοήθειαν|Ειδικόν|Εικόναν|Καλάτσεμαν|Καλάτσεμαν_αρχείονος|Καλάτσεμαν_βοήθειας|Καλάτσεμαν_εικόνας|Καλάτσεμαν_κατηγορίας|Καλάτσεμαν_πρότυπι|Καλάτσεμαν_χρήστε|Κατηγορίαν|Μέσον|Πρότυπον|Χρήστες
ps		لومړی_مخ	انځور|خبرې_اترې|د_\$1_خبرې_اترې|د_انځور_خبرې_اترې|د_دوتنې_خبرې_اترې|د_لارښود_خبرې_اترې|د_ميډياويکي_خبرې_اترې|د_وېشنيزې_خبرې_اترې|د_کارن_خبرې_اترې|د_کارونکي_خبرې_اترې|د_کينډۍ_خبرې_اترې|دوتنه|رسنۍ|لارښود|ميډياويکي|وېشنيزه|ځانگړی|ځﺎﻧګړی|کارن|کارونکی|کينډۍ
pt	pt-br	Página_principal	\$1_Discussão|Ajuda|Ajuda_Discussão|Arquivo|Arquivo_Discussão|Categoria|Categoria_Discussão|Discussão|Especial|Ficheiro|Ficheiro_Discussão|Imagem|Imagem_Discussão|MediaWiki|MediaWiki_Discussão|Multimédia|Predefinição|Predefinição_Discussão|Usuário|Usuário_Discussão|Utilizador|Utilizador_Discussão|Utilizadora|Utilizadora_Discussão
pt-br	pt	Página_principal	\$1_Discussão|Ajuda|Ajuda_Discussão|Arquivo|Arquivo_Discussão|Categoria|Categoria_Discussão|Discussão|Especial|Ficheiro|Ficheiro_Discussão|Imagem|Imagem_Discussão|MediaWiki|MediaWiki_Discussão|Mídia|Predefinição|Predefinição_Discussão|Usuária|Usuária_Discussão|Usuário|Usuário_Discussão
pwn	zh-tw zh-hant zh zh-hans	sitjumaq_na_sapitj	\$1_kakaljavaran|MediaWiki|MediaWiki_kakaljavaran|avan_a_kipakamanguanguaq|kakaljavaran|kakivauvaljan|kakivauvaljan_kakaljavaran|kipakamanguanguaq_kakaljavaran|mitiya|pinakisumaljiyan|pinapapilipiliqan|pinapapilipiliqan_kakaljavaran|remasudj|remasudj_kakaljavaran|sineqetj_a_vecik|sineqetj_a_vecik_kakaljavaran
qu	qug es	Qhapaq_p'anqa	\$1_rimanakuy|Katiguriya|Katiguriya_rimanakuy|MediaWiki|MediaWiki_rimanakuy|Midya|Plantilla|Plantilla_rimanakuy|Rikcha|Rikcha_rimanakuy|Rimanakuy|Ruraq|Ruraq_rimanakuy|Sapaq|Yanapa|Yanapa_rimanakuy
qug	qu es	Kapak_Panka	\$1-pa_rimanakuy|MediaWiki|MediaWikipa_rimanakuy|Midya|Plantilla|Plantillapa_rimanakuy|Rikcha|Rikchapa_rimanakuy|Rimanakuy|Rurak|Rurakpa_rimanakuy|Samiyachiy|Samiyachiy_rimanakuy|Sapak|Yanapa|Yanapapak_rimanakuy
rm		Pagina_principala	\$1_discussiun|Agid|Agid_discussiun|Categoria|Categoria_discussiun|Datoteca|Datoteca_discussiun|Discussiun|MediaWiki|MediaWiki_discussiun|Model|Model_discussiun|Multimedia|Spezial|Utilisader|Utilisader_discussiun
rmy	ro	Sherutni_patrin	Chitro|Chitro_vakyarimata|Jeno|Jeno_vakyarimata|Mediya|MediyaViki|MediyaViki_vakyarimata|Shopni|Shopni_vakyarimata|Sikavno|Sikavno_vakyarimata|Uzalutno|Vakyarimata|Zhutipen|Zhutipen_vakyarimata
rn		Urupapuro_nyamukuru	Dosiye|Ikiyago|Ikiyago_c'uwukoresha|Ikiyago_cerekeye_ingero|Ikiyago_cerekeye_umuce|Ikiyago_k'ubufasha|Ikiyago_kuri_\$1|Ikiyago_kuri_MediaWiki|Ikiyago_kw'idosiye|Ingero|MediaWiki|Ubufasha|Umuce|Uwukoresha|Vyisangije
ro		Pagina_principală	Ajutor|Categorie|Discuţie|Discuţie_\$1|Discuţie_Ajutor|Discuţie_Categorie|Discuţie_Fişier|Discuţie_Format|Discuţie_Imagine|Discuţie_MediaWiki|Discuţie_Utilizator|Discuție|Discuție_\$1|Discuție_Ajutor|Discuție_Categorie|Discuție_Fișier|Discuție_Format|Discuție_MediaWiki|Discuție_Utilizator|Fişier|Fișier|Format|Imagine|Media|MediaWiki|Special|Utilizator
roa-tara	it	Pàgene_Prengepàle
rsk	sr-ec sr-cyrl	Главни_бок	Катеґория|Медий|МедияВики|Окреме|Помоц|Розгварка|Розгварка_зоз_хасновательку|Розгварка_зоз_хасновательом|Розгварка_о_МедияВикию|Розгварка_о_катеґориї|Розгварка_о_помоци|Розгварка_о_файлу|Розгварка_о_шаблону|Файл|Хаснователь|Хаснователька|Шаблон
ru		Заглавная_страница	MediaWiki|Изображение|Категория|Медиа|Обсуждение|Обсуждение_MediaWiki|Обсуждение_изображения|Обсуждение_категории|Обсуждение_справки|Обсуждение_участника|Обсуждение_участницы|Обсуждение_файла|Обсуждение_шаблона|Служебная|Справка|Участник|Участница|Файл|Шаблон
rue	uk ru	Головна_сторінка	MediaWiki|Дізкузія_ку_MediaWiki|Діскузіа|Діскузіа_з_хоснователём|Діскузія|Діскузія_з_хоснователём|Діскузія_ку_MediaWiki|Діскузія_ку_катеґорії|Діскузія_ку_помочі|Діскузія_ку_файлу|Діскузія_ку_шаблонї|Катеґорія|Медіа|Поміч|Файл|Хоснователь|Шаблона|Шпеціална
rup	ro	Prota_frândzâ
rw		Intangiriro	Dosiye|Ibidasanzwe|Ibiganiro|Ibiganiro kuri MediyaWiki|Ibiganiro_by\\|Ibiganiro_ku_bufasha|Ibiganiro_ku_byiciro|Ibiganiro_ku_nyandikorugero|Ibiganiro_kuri_\$1|Ibiganiro_kuri_dosiye|Ikiciro|Inyandikorugero|Itangazamakuru|MediyaWiki|Ubufasha|Umukoresha
sa	hi	मुख्यपृष्ठम्	\$1संभाषणं|\$1सम्भाषणम्|उपकारः|उपकारसंभाषणं|चित्रं|चित्रम्|चित्रसंभाषणं|चित्रसम्भाषणम्|फलकम्|फलकसम्भाषणम्|फलकस्य_सम्भाषणम्|बिंबधर|बिंबधर_संभाषणं|माध्यम|माध्यमम्|मिडियाविकीसंभाषणं|मिडियाविकीसम्भाषणम्|मिडीयाविकी|मीडियाविकि|मीडियाविकिसम्भाषणम्|योजकः|योजकसंभाषणं|योजकसम्भाषणम्|वर्गः|वर्गसंभाषणं|वर्गसम्भाषणम्|विशेष|विशेषः|विशेषम्|संभाषणं|सञ्चिका|सञ्चिकासम्भाषणम्|सदस्यः|सदस्यसम्भाषणम्|सम्भाषणम्|सहाय्य|सहाय्यम्|सहाय्यसंभाषणं|सहाय्यस्य_सम्भाषणम्|साहाय्यम्|साहाय्यसम्भाषणम्
sah	ru	Сүрүн_сирэй	\$1_ырытыыта|MediaWiki|MediaWiki-ни_ырытыы|Аналлаах|Билэ|Билэ_ырытыыта|Категория|Категория_ырытыыта|Категорияны_ырытыы|Кыттааччы|Кыттааччы_ырытыыта|Көмө|Көмө_ырытыыта|Көмөнү_ырытыы|Миэдьийэ|Ойуу|Ойуу_ырытыыта|Ойууну_ырытыы|Халыыбы_ырытыы|Халыып|Халыып_ырытыыта|Ырытыы
sat		ᱢᱩᱬᱩᱛ_ᱥᱟᱦᱴᱟ	\$1_ᱢᱤᱰᱤᱭᱟᱣᱤᱠᱤ|ᱛᱷᱚᱠ|ᱛᱷᱚᱠ_ᱜᱟᱞᱢᱟᱨᱟᱣ|ᱜᱚᱸᱲᱚᱸ|ᱜᱚᱸᱲᱚᱸ_ᱜᱟᱞᱢᱟᱨᱟᱣ|ᱜᱟᱞᱢᱟᱨᱟᱣ|ᱟᱥᱚᱠᱟᱭ|ᱢᱤᱰᱤᱭᱟ|ᱢᱤᱰᱤᱭᱟᱣᱤᱠᱤ|ᱢᱤᱰᱤᱭᱟᱣᱤᱠᱤ_ᱜᱟᱞᱢᱟᱨᱟᱣ|ᱨᱮᱫ|ᱨᱮᱫ_ᱜᱟᱞᱢᱟᱨᱟᱣ|ᱪᱷᱟᱸᱪ|ᱪᱷᱟᱸᱪ_ᱜᱟᱞᱢᱟᱨᱟᱣ|ᱵᱮᱵᱷᱟᱨᱤᱭᱟᱹ|ᱵᱮᱵᱷᱟᱨᱤᱭᱟᱹ_ᱜᱟᱞᱢᱟᱨᱟᱣ
sc		Pàgina_printzipale	\$1_discussioni|Agiudu|Categoria|Contièndha|Cuntierra|Cuntierra_\$1|Cuntierra_MediaWiki|Cuntierra_agiudu|Cuntierra_categoria|Cuntierra_file|Cuntierra_template|Cuntierra_usuàriu|File|Immàgini|Immàgini_contièndha|Ispetziale|Speciale|Usuàriu|Utente|Utente_discussioni
scn	it	Pàggina_principali	Aiutu|Catigurìa|Discussioni|Discussioni_\$1|Discussioni_Aiutu|Discussioni_Catigurìa|Discussioni_MediaWiki|Discussioni_Template|Discussioni_Utenti|Discussioni_aiutu|Discussioni_catigurìa|Discussioni_file|Discussioni_mmàggini|Discussioni_template|Discussioni_utenti|File|MediaWiki|Mmàggini|Mèdia|Spiciali|Template|Utenti
sco		Main_Page	\$1_collogue|Category|Category_collogue|Collogue|File|File_collogue|Help|Help_collogue|Media|MediaWiki|MediaWiki_collogue|Special|Template|Template_collogue|Uiser|Uiser_collogue
sd		مک_صفحو	\$1_بحث|بحث|خاص|ذريعات|ذريعات_وڪي|ذريعات_وڪي_بحث|زمرو|زمرو_بحث|سانچو|سانچو_بحث|سنچو|سنچو_بحث|عڪس|عڪس_بحث|فائل|فائل_بحث|مدد|مدد_بحث|واپرائيندڙ|واپرائيندڙ_بحث|يوزر|يوزر_بحث
se	nb fi	Váldosiidu	\$1-ságastallan|Doaimmat|Erenoamáš|Fiila|Fiilaságastallan|Geavaheaddjeságastallan|Geavaheaddji|Kategoriija|Kategoriijaságastallan|Media|MediaWiki|MediaWiki-ságastallan|Málle|Málleságastallan|Ságastallan|Veahkkeságastallan|Veahkki
sg	fr	Gä_nzönî
sgs	lt	Pėrms_poslapis	\$1_aptarimas|\$1_aptarėms|Abruozdielis|Abruozdielė_aptarėms|Aptarimas|Aptarėms|Kategorija|Kategorijos_aptarimas|Kateguorėjė|Kateguorėjės_aptarėms|MediaWiki|MediaWiki_aptarimas|MediaWiki_aptarėms|Medėjė|Naudotojas|Naudotojo_aptarimas|Nauduotuojė_aptarėms|Nauduotuos|Pagalba|Pagalbos_aptarimas|Pagelba|Pagelbas_aptarėms|Specialus|Specēlos|Vaizdas|Vaizdo_aptarimas|Šablonas|Šablono_aptarimas|Šabluona_aptarėms|Šabluons
sh	bs sr-el sr-latn hr	Glavna_stranica	Datoteka|Kategorija|Korisnik|Mediawiki_razgovor|Pomoć|Posebno|Razgovor|Razgovor_o_\$1|Razgovor_o_datoteci|Razgovor_o_kategoriji|Razgovor_o_pomoći|Razgovor_o_šablonu|Razgovor_sa_korisnikom|Šablon
shi	shi-latn fr	Tasna_n_usnubg	Afaylu|Amsawal|Amsawal_n_\$1|Amsawal_n_MidyaWiki|Amsawal_n_taggayt|Amsawal_n_talɣa|Amsawal_n_twisi|Amsawal_n_ufaylu|Amsawal_n_usmras|Amẓli|Asmras|Midya|MidyaWiki|Taggayt|Talɣa|Tiwisi
shn		ၼႃႈႁူဝ်ႁႅၵ်ႈ	ထႅမ်းပလဵၵ်ႉ|ပိူင်ထၢၼ်ႈ|လွင်ႈၸွႆႈထႅမ်|သိုဝ်ႇၶၢဝ်ႇ|သိုဝ်ႇၶၢဝ်ႇဝီႇၶီႇ|ဢုပ်ႇၵုမ်|ဢုပ်ႇၵုမ်_\$1|ဢုပ်ႇၵုမ်_ထႅမ်းပလဵၵ်ႉ|ဢုပ်ႇၵုမ်_ပိူင်ထၢၼ်ႈ|ဢုပ်ႇၵုမ်_လွင်ႈၸွႆႈထႅမ်|ဢုပ်ႇၵုမ်_သိုဝ်ႇၶၢဝ်ႇဝီႇၶီႇ|ဢုပ်ႇၵုမ်_ၽူႈၸႂ်ႉတိုဝ်း|ဢုပ်ႇၵုမ်_ၾၢႆႇ|ၶိုၵ်ႉတွၼ်း|ၽူႈၸႂ်ႉတိုဝ်း|ၾၢႆႇ
shy	shy-latn
shy-latn	fr	Amzawru_Tasfhit	\$1_tameslayt|Afaylu|Afaylu_tameslayt|Alɣagdud|MediaWiki|MediaWiki_tameslayt|Taggayt|Taggayt_tameslayt|Tallalt|Tallalt_tameslayt|Tameslayt|Tamudemt|Tamudemt_tameslayt|Useqdac|Useqdac_tameslayt|Uzzig
si		මුල්_පිටුව	\$1_සාකච්ඡාව|උදව_සාකච්ඡාව|උදවු|උදවු_සාකච්ඡාව|ගොනුව|ගොනුව_සාකච්ඡාව|පරිශීලක|පරිශීලක_සාකච්ඡාව|ප්‍රවර්ග_සාකච්ඡාව|ප්‍රවර්ගය|මාධ්‍යය|මාධ්‍යවිකි|මාධ්‍යවිකි_සාකච්ඡාව|රූපය|රූපය_සාකච්ඡාව|විකිමාධ්‍ය|විකිමාධ්‍ය_සාකච්ඡාව|විශේෂ|සාකච්ඡාව|සැකිල්ල|සැකිලි_සාකච්ඡාව
sk	cs	Hlavná_stránka	Diskusia|Diskusia_k_MediaWiki|Diskusia_k_obrázku|Diskusia_k_pomoci|Diskusia_k_súboru|Diskusia_k_šablóne|Diskusia_ku_kategórii|Diskusia_s_redaktorom|Diskusia_s_užívateľkou|Diskusia_s_užívateľom|Kategória|Komentár|Komentár_k_MediaWiki|Komentár_k_Wikipédii|Komentár_k_obrázku|Komentár_k_redaktorovi|MediaWiki|Médiá|Obrázok|Pomoc|Redaktor|Súbor|Užívateľ|Užívateľka|Šablóna|Špeciálne
skr	skr-arab
skr-arab	ur pnb	پہلا_پرت	\$1_ڳالھ_مہاڑ|خاص|سانچہ|سانچہ_ڳالھ_مہاڑ|فائل|فائل_ڳالھ_مہاڑ|مدد|مدد_ڳالھ_مہاڑ|میڈیا|میڈیا_وکی|میڈیا_وکی_ڳالھ_مہاڑ|ورتݨ_آلا|ورتݨ_آلے_دی_ڳالھ_مہاڑ|ونکی|ونکی_ڳالھ_مہاڑ|ڳالھ_مہاڑ
sl		Glavna_stran	Datoteka|Kategorija|MediaWiki|Pogovor|Pogovor_o_MediaWiki|Pogovor_o_kategoriji|Pogovor_o_pomoči|Pogovor_o_predlogi|Pogovor_o_sliki|Pomoč|Posebno|Predloga|Slika|Uporabnik|Uporabniški_pogovor
smn	fi	Ovdâsijđo	Kevttee|Luokka|Media|Myenster|Raavâ|Savâstâllâm|Savâstâllâm_\$1|Savâstâllâm_kevttest|Savâstâllâm_luokkaast|Savâstâllâm_myensterist|Savâstâllâm_ravvust|Savâstâllâm_systeemviestâst|Savâstâllâm_tiätuvuárhást|Systeemviestâ|Tiätuvuárkká|Tooimah
sq		Faqja_kryesore	\$1_diskutim|Diskutim|Figura|Figura_diskutim|Kategori|Kategori_Diskutim|Kategoria|Kategoria_diskutim|Media|MediaWiki|MediaWiki_diskutim|Ndihme|Ndihme_diskutim|Ndihmë|Ndihmë_diskutim|Perdoruesi|Perdoruesi_diskutim|Përdoruesi|Përdoruesi_diskutim|Përdoruesja|Përdoruesja_diskutim|Skeda|Skeda_diskutim|Speciale|Stampa|Stampa_diskutim
sr	sr-ec sr-cyrl
sr-ec	sr-cyrl sr	Главна_страна	Kategorija|Korisnik|Medija|MedijaViki|Pomoć|Posebno|Razgovor|Razgovor_o_\$1|Razgovor_o_MedijaVikiju|Razgovor_o_kategoriji|Razgovor_o_pomoći|Razgovor_o_slici|Razgovor_o_šablonu|Razgovor_sa_korisnikom|Slika|Šablon|Датотека|Категорија|Корисник|Медиј|Медија|МедијаВики|Медијавики|Помоћ|Посебно|Разговор|Разговор_о_\$1|Разговор_о_МедијаВикију|Разговор_о_Медијавикију|Разговор_о_датотеци|Разговор_о_категорији|Разговор_о_помоћи|Разговор_о_слици|Разговор_о_шаблону|Разговор_са_корисником|Слика|Шаблон
sr-el	sr-latn sr	Glavna_strana	Datoteka|Kategorija|Korisnik|Medij|Medija|Medijaviki|Pomoć|Posebno|Razgovor|Razgovor_o_\$1|Razgovor_o_Medijavikiju|Razgovor_o_datoteci|Razgovor_o_kategoriji|Razgovor_o_pomoći|Razgovor_o_slici|Razgovor_o_šablonu|Razgovor_sa_korisnikom|Slika|Šablon|Категорија|Корисник|Медија|МедијаВики|Помоћ|Посебно|Разговор|Разговор_о_\$1|Разговор_о_МедијаВикију|Разговор_о_категорији|Разговор_о_помоћи|Разговор_о_слици|Разговор_о_шаблону|Разговор_са_корисником|Слика|Шаблон
srn	nl	Fesipapira	Afbeelding|Ankra|Categorie|Gebruiker|Gefre|Guru|Help|Masyin|Overleg|Overleg_\$1|Overleg_MediaWiki|Overleg_afbeelding|Overleg_categorie|Overleg_gebruiker|Overleg_help|Overleg_sjabloon|Sjabloon|Speciaal|Spesyal|Taki|Taki_fu_\$1|Taki_fu_MediaWiki|Taki_fu_ankra|Taki_fu_gefre|Taki_fu_guru|Taki_fu_masyin|Taki_fu_yepi|Yepi
st		Leqephe_la_pele
stq	de	Haudsiede	\$1_Diskussion|Benutser|Benutser_Diskussion|Benutserske|Benutserske_Diskussion|Bielde|Bielde_Diskussion|Diskussion|Foarloage|Foarloage_Diskussion|Hälpe|Hälpe_Diskussion|Kategorie|Kategorie_Diskussion|Media|MediaWiki|MediaWiki_Diskussion|Spezial
su	id	Tepas	Citakan|Gambar|Husus|Kategori|Média|MédiaWiki|Obrolan|Obrolan_\$1|Obrolan_MediaWiki|Obrolan_MédiaWiki|Obrolan_citakan|Obrolan_gambar|Obrolan_kategori|Obrolan_pamaké|Obrolan_pitulung|Pamaké|Pitulung
sv		Huvudsida	\$1diskussion|Användardiskussion|Användare|Bild|Bilddiskussion|Diskussion|Fil|Fildiskussion|Hjälp|Hjälp_diskussion|Hjälpdiskussion|Kategori|Kategoridiskussion|Mall|Malldiskussion|Media|MediaWiki|MediaWiki-diskussion|MediaWiki_diskussion|Special
sw		Mwanzo	\$1_majadiliano|Faili|Jamii|Jamii_majadiliano|Kigezo|Kigezo_majadiliano|Maalum|Majadiliano|Majadiliano_faili|Majadiliano_ya_\$1|Majadiliano_ya_MediaWiki|Majadiliano_ya_faili|Majadiliano_ya_jamii|Majadiliano_ya_kigezo|Majadiliano_ya_msaada|Majadiliano_ya_mtumiaji|MediaWiki_majadiliano|Msaada|Msaada_majadiliano|Mtumiaji|Picha
syl		ꠝꠥꠟ_ꠚꠣꠔꠣ	\$1_ꠝꠣꠔ|ꠇꠦꠐꠣꠉꠞꠤ|ꠇꠦꠐꠣꠉꠞꠤ ꠟꠂꠀ ꠝꠣꠔ|ꠐꠦꠝ꠆ꠙꠟꠦꠐ|ꠐꠦꠝ꠆ꠙꠟꠦꠐ ꠟꠂꠀ ꠝꠣꠔ|ꠚꠣꠁꠟ|ꠚꠣꠁꠟ ꠟꠂꠀ ꠝꠣꠔ|ꠛꠤꠡꠦꠡ|ꠛꠦꠛꠀꠞꠈꠣꠞ꠆ꠞꠣ|ꠛꠦꠛꠀꠞꠈꠣꠞ꠆ꠞꠣꠞ_ꠝꠣꠔ |ꠝꠣꠔ|ꠝꠤꠒꠤꠀ|ꠝꠤꠒꠤꠀ-ꠃꠁꠇꠤ|ꠝꠤꠒꠤꠀ-ꠃꠁꠇꠤ ꠟꠂꠀ ꠝꠣꠔ|ꠡꠣꠁꠎ꠆ꠎ|ꠡꠣꠁꠎ꠆ꠎ ꠟꠂꠀ ꠝꠣꠔ
szl	pl	Przodniŏ_zajta	Dyskusja|Dyskusja_\$1|Dyskusja_MediaWiki|Dyskusja_kategorii|Dyskusja_pliku|Dyskusja_pomocy|Dyskusja_szablonu|Dyskusja_użytkownika|Dyskusyjo|Dyskusyjo_\$1|Dyskusyjo_MediaWiki|Dyskusyjo_kategoryji|Dyskusyjo_mustra|Dyskusyjo_plika|Dyskusyjo_půmocy|Dyskusyjo_używacza|Kategoria|Kategoryjo|MediaWiki|Muster|Plik|Pomoc|Půmoc|Specjalna|Szablon|Szpecyjalna|Użytkownik|Używacz
szy	zh-tw zh-hant zh zh-hans	saayaway_a_belih	\$1_sasukamu|MyitiWyici|buhci_tu_kamu|kakuniza|matatengil_tu_MyitiWyici|matatengil_tu_buhci_tu_kamu|misaungayay|myiti|pisubelidan_tu_kamu_i_taazihan_mitudung_sapimatatengil|pisubelidan_tu_kamu_ni_misaungayay_sapimatatengil|pisubelidan_tu_kamu_tu_tangan_sapimatatengil|sacacayen_kakuniza_tu_pisubelidan_tu_kamu_sapimatatengil|sasukamu|sazumaay|taazihan_mitudung|tangan
ta		முதற்_பக்கம்	\$1_பேச்சு|உதவி|உதவி_பேச்சு|உருவப்_பேச்சு|ஊடகம்|சிறப்பு|பகுப்பு|பகுப்பு_பேச்சு|படிமப்_பேச்சு|படிமம்|பயனர்|பயனர்_பேச்சு|பேச்சு|மீடியாவிக்கி|மீடியாவிக்கி_பேச்சு|வார்ப்புரு|வார்ப்புரு_பேச்சு|விக்கிபீடியா|விக்கிபீடியா_பேச்சு
tay	zh-tw zh-hant zh zh-hans	T’ringan_na_zzngayan	_na_zayzyuwaw|biru’_na_zayzyuwaw|cinzyuwaw|kin_iniptnaq|media|mediawiki|panmwo|sni_sa_pinraw_nya_smbbaq|spkayal|spkayal_\$1|spkayal_cinzyuwaw|spkayal_qu_mediawiki|spkayal_sa_panmwo|spkayal_sa_sni_sa_pinraw_nya_smbbaq|spkayal_sa_zyuwaw_na|spkayal_squ_biru’_na_zayzyuwaw|zyuwaw_na
tcy	kn	ಮುಖ್ಯ_ಪುಟ	\$1_ಪಾತೆರ|ಟೆಂಪ್ಲೇಟ್|ಟೆಂಪ್ಲೇಟ್_ಪಾತೆರ|ಪಾತೆರ|ಫೈಲ್|ಫೈಲ್_ಪಾತೆರ|ಬಳಕೆದಾರೆ|ಬಳಕೆದಾರೆ_ಪಾತೆರ|ಮಾದ್ಯಮೊ|ಮಾದ್ಯಮೊ_ವಿಕಿ|ಮಾದ್ಯಮೊ_ವಿಕಿ_ಪಾತೆರ|ವರ್ಗೊ|ವರ್ಗೊ_ಪಾತೆರ|ವಿಸೇಸೊ|ಸಕಾಯೊ|ಸಕಾಯೊ_ಪಾತೆರ
te		మొదటి_పేజీ	\$1_చర్చ|చర్చ|దస్త్రం|దస్త్రంపై_చర్చ|ప్రత్యేక|ఫైలు|ఫైలుపై_చర్చ|బొమ్మ|బొమ్మపై_చర్చ|మీడియా|మీడియావికీ|మీడియావికీ_చర్చ|మూస|మూస_చర్చ|వర్గం|వర్గం_చర్చ|వాడుకరి|వాడుకరి_చర్చ|సభ్యుడు|సభ్యునిపై_చర్చ|సభ్యులపై_చర్చ|సభ్యులు|సహాయం|సహాయం_చర్చ|సహాయము|సహాయము_చర్చ
tet	pt	Pájina_Mahuluk	Ajuda|Diskusaun|Diskusaun_\$1|Diskusaun_Ajuda|Diskusaun_Imajen|Diskusaun_Kategoria|Diskusaun_Kategoría|Diskusaun_MediaWiki|Diskusaun_Template|Diskusaun_Uza-na\\|Espesiál|Imajen|Kategoria|Kategoría|Media|MediaWiki|Template|Uza-na\\
tg	tg-cyrl
tg-cyrl	tg	Саҳифаи_аслӣ	Акс|Баҳс|Баҳси_\$1|Баҳси_акс|Баҳси_гурӯҳ|Баҳси_корбар|Баҳси_медиавики|Баҳси_роҳнамо|Баҳси_шаблон|Вижа|Гурӯҳ|Корбар|Медиа|Медиавики|Роҳнамо|Шаблон
th		หน้าหลัก	คุยกับผู้ใช้|คุยเรื่อง\$1|คุยเรื่องภาพ|คุยเรื่องมีเดียวิกิ|คุยเรื่องวิธีใช้|คุยเรื่องหมวดหมู่|คุยเรื่องแม่แบบ|คุยเรื่องไฟล์|ผู้ใช้|พิเศษ|พูดคุย|ภาพ|มีเดียวิกิ|วิธีใช้|สื่อ|หมวดหมู่|แม่แบบ|ไฟล์
ti		መበገሲ_ገጽ	\$1_ምይይጥ|ሓገዝ|ሓገዝ_ምይይጥ|መደብ|መደብ_ምይይጥ|ሜዲያዊኪ|ሜዲያዊኪ_ምይይጥ|ሜድያ|ሜድያዊኪ|ምይይጥ|ምይይጥ_ሓገዝ|ምይይጥ_መደብ|ምይይጥ_ሜድያዊኪ|ምይይጥ_ሞደል|ምይይጥ_ተጠቃሚ|ምይይጥ_ተጠቃሚት|ምይይጥ_ፋይል|ሞደል|ሞደል_ምይይጥ|ተጠቃሚ|ተጠቃሚ_ምይይጥ|ተጠቃሚት|ፋይል|ፋይል_ምይይጥ|ፍሉይ
tk		Baş_Sahypa	\$1_çekişme|Faýl|Faýl_çekişme|Kategoriýa|Kategoriýa_çekişme|Media|MediaWiki_çekişme|Ulanyjy|Ulanyjy_çekişme|Çekişme|Ýardam|Ýardam_çekişme|Ýörite|Şablon|Şablon_çekişme
tl		Unang_Pahina	Kategorya|Kaurian|MediaWiki|Midya|Natatangi|Padron|Suleras|Tagagamit|Talaksan|Tulong|Usapan|Usapang_\$1|Usapang_MediaWiki|Usapang_kategorya|Usapang_kaurian|Usapang_padron|Usapang_suleras|Usapang_tagagamit|Usapang_talaksan|Usapang_tulong
tly		Sərlohə	\$1_Nopegət|\$1_Nopegətəti|Fajl|Fajl_nopegət|Fajli_nopegət|Koməg|Koməg_nopegət|Koməgi_nopegət|MediaWiki|MediaWiki_nopegət|Medja|Nopegət|Numunə|Numunə_nopegət|Okoədə|Okoədəj_nopegət|Tispir|Tispir_nopegət|Tispiron_nopegət|Xususi
tn		Tsebe_ya_konokono	Faphegileng|Karolo|MediaWiki|Modirisi|Pego|Puisano|Puisano_ya_\$1|Puisano_ya_MediaWiki|Puisano_ya_karolo|Puisano_ya_modirisi|Puisano_ya_setshwantsho|Puisano_ya_tempolete|Puisano_ya_thuso|Setshwantsho|Tempolete|Thuso
tpi		Fran_Pes	\$1_toktok|Fail|Grup|Halivim|MediaWiki|Sipesol|Templet|Toktok|Toktok_bilong_fail|Toktok_bilong_grup|Toktok_bilong_halivim|Toktok_bilong_mediawiki|Toktok_bilong_templet|Toktok_bilong_yusa|Yusa
tr		Anasayfa	\$1_tartışma|Dosya|Dosya_tartışma|Kategori|Kategori_tartışma|Kullanıcı|Kullanıcı_mesaj|MediaWiki|MediaWiki_tartışma|Medya|MedyaViki|MedyaViki_tartışma|Ortam|Resim|Resim_tartışma|Tartışma|Yardım|Yardım_tartışma|Özel|Şablon|Şablon_tartışma
trv	zh-tw zh-hant zh zh-hans	Ruwahan_patas	Dmayaw|Empduuy|Kingal_nanaq|Meyti|MeytiWiki|Mpprngaw|Patas_bntasan|Pprngagun_\$1|Pprngagun_MeytiWiki|Pprngagun_dmayaw|Pprngagun_empduuy|Pprngagun_patas_bntasan|Pprngagun_snluan_qcinuh|Snakun|Snakun_pprngagun|Snluan_qcinuh
tt	tt-cyrl ru
tt-cyrl	ru	Баш_бит	\$1_bäxäse|\$1_бәхәсе|Bäxäs|Maxsus|MediaWiki_bäxäse|Räsem|Räsem_bäxäse|Törkem|Törkem_bäxäse|Yärdäm|Yärdäm_bäxäse|Äğzä|Äğzä_bäxäse|Ürnäk|Ürnäk_bäxäse|Бәхәс|Изображение|Калып|Калып_бәхәсе|Категория|Кулланучы|Кулланучы_бәхәсе|Махсус|Медиа|Медиа_Вики|Медиа_Вики_бәхәсе|МедиаВики|МедиаВики_бәхәсе|Обсуждение|Обсуждение_MediaWiki|Обсуждение_изображения|Обсуждение_категории|Обсуждение_справки|Обсуждение_участника|Обсуждение_участницы|Обсуждение_файла|Обсуждение_шаблона|Рәсем|Рәсем_бәхәсе|Служебная|Справка|Төркем|Төркем_бәхәсе|Участник|Участница|Файл|Файл_бәхәсе|Фикер_алышу|Шаблон|Шаблон_бәхәсе|Ярдәм|Ярдәм_бәхәсе|Үрнәк|Үрнәк_бәхәсе
tum		Jani_likulu
tw		Kratafa_Titiriw	\$1_nkitahode|Dwumadini|Dwumadini_nkitahode|File|File_nkitahode|Media|MediaWiki|MediaWiki_nkitahode|Mmoa|Mmoa_nkitahode|Nhwɛsoɔ|Nhwɛsoɔ_nkitahode|Nkitahode|Nkyekyεmu|Nkyekyεmu_nkitahode|Soronko
ty	fr	Fa’ari’ira’a
tyv	ru	Кол_арын	\$1_чугаа|\$1_чугаазы|Aжыглакчы|Aжыглакчы_чугаа|Aжыглакчы_чугаазы|Ажыглакчы|Ажыглакчы_чугаа|Аңгылал|Аңгылал_чугаа|Дуза|Дуза_чугаа|Дуза_чугаазы|Категория|Категория_чугаазы|Майык|Майык_чугаа|Майык_чугаазы|Медиа|МедиаВики|МедиаВики_чугаа|МедиаВики_чугаазы|Тускай|Файл|Файл_чугаа|Файл_чугаазы|Чугаа
udm	ru	Кутскон_бам	\$1_сярысь_вераськон|MediaWiki|MediaWiki_сярысь_вераськон|Валэктон|Валэктон_сярысь_вераськон|Вераськон|Викиавтор|Викиавтор_сярысь_вераськон|Категория|Категория_сярысь_вераськон|Медиа|Панель|Суред|Суред_сярысь_вераськон|Файл|Файл_сярысь_вераськон|Шаблон|Шаблон_сярысь_вераськон
ug	ug-arab
ug-arab		باش_بەت	\$1مۇنازىرىسى|MediaWiki_مۇنازىرىسى|ئالاھىدە|ئىشلەتكۈچى|ئىشلەتكۈچى_مۇنازىرىسى|تۈر|تۈر_مۇنازىرىسى|قېلىپ|قېلىپ_مۇنازىرىسى|مۇنازىرىسى\$1|مۇنازىرە|ياردەم|ياردەم_مۇنازىرىسى|ھۆججەت|ھۆججەت_مۇنازىرىسى|ۋاسىتە
uk		Головна_сторінка	MediaWiki|Довідка|Зображення|Изображение|Категория|Категорія|Користувач|Користувачка|Медиа|Медіа|Обговорення|Обговорення_MediaWiki|Обговорення_довідки|Обговорення_зображення|Обговорення_категорії|Обговорення_користувача|Обговорення_користувачки|Обговорення_файлу|Обговорення_шаблона|Обговорення_шаблону|Обсуждение|Обсуждение_MediaWiki|Обсуждение_изображения|Обсуждение_категории|Обсуждение_справки|Обсуждение_участника|Обсуждение_файла|Обсуждение_шаблона|Служебная|Спеціальна|Спеціальні|Справка|Участник|Файл|Шаблон
ur		صفحۂ_اول	تبادلۂ_خیال|تبادلۂ_خیال_\$1|تبادلۂ_خیال_تصویر|تبادلۂ_خیال_زمرہ|تبادلۂ_خیال_سانچہ|تبادلۂ_خیال_صارف|تبادلۂ_خیال_فائل|تبادلۂ_خیال_معاونت|تبادلۂ_خیال_ملف|تبادلۂ_خیال_میڈیاوکی|تبادلۂ_خیال_میڈیاویکی|تصویر|خاص|زریعہ|زمرہ|سانچہ|صارف|فائل|معاونت|ملف|میڈیا|میڈیاوکی|میڈیاویکی|وسیط
uz		Bosh_sahifa	\$1_munozarasi|Andoza|Andoza_munozarasi|Fayl|Fayl_munozarasi|Foydalanuvchi|Foydalanuvchi_munozarasi|Kategoriya|Kategoriya_munozarasi|Maxsus|Media|MediaWiki|MediaWiki_munozarasi|Mediya|MediyaViki|MediyaViki_munozarasi|Munozara|Shablon|Shablon_munozarasi|Tasvir|Tasvir_munozarasi|Turkum|Turkum_munozarasi|Yordam|Yordam_munozarasi
vec	it	Pajina_prinsipałe	Aiuto|Ajuto|Categoria|Discusion|Discusion_\$1|Discusion_Categoria|Discusion_File|Discusion_Imàjine|Discusion_Juto|Discusion_MediaWiki|Discusion_Modeło|Discusion_Utensa|Discussion|Discussion_\$1|Discussion_MediaWiki|Discussion_aiuto|Discussion_ajuto|Discussion_categoria|Discussion_file|Discussion_imagine|Discussion_modèl|Discussion_template|Discussion_utente|File|Imàjine|Juto|Media|MediaWiki|Modeło|Modèl|Mèdia|Speciale|Speçałe|Utensa|Utente
vep	et	Pälehtpol’	Abu|Fail|Kategorii|Kävutai|Lodu|Lodu_\$1-saitas|Lodu_MediaWikiš|Lodu_abus|Lodu_failas|Lodu_kategorijas|Lodu_kävutajas|Lodu_šablonas|Media|MediaWiki|Specialine|Šablon
vi		Trang_Chính	Bản_mẫu|Hình|MediaWiki|Phương_tiện|Thành_viên|Thảo_luận|Thảo_luận_\$1|Thảo_luận_Bản_mẫu|Thảo_luận_Hình|Thảo_luận_MediaWiki|Thảo_luận_Thành_viên|Thảo_luận_Thể_loại|Thảo_luận_Tiêu_bản|Thảo_luận_Trợ_giúp|Thảo_luận_Tập_tin|Thể_loại|Tiêu_bản|Trợ_giúp|Tập_tin|Đặc_biệt
vls	nl	Voorblad	Categorie|Discuusje|Discuusje_\$1|Discuusje_MediaWiki|Discuusje_categorie|Discuusje_gebruker|Discuusje_ofbeeldienge|Discuusje_patrôon|Discuusje_ulpe|Gebruker|Media|MediaWiki|Ofbeeldienge|Patrôon|Specioal|Ulpe
vo		Cifapad	Bespik|Bespik_dö_\$1|Bespik_dö_sitanuns|Geban|Gebanibespik|Klad|Kladibespik|Magod|Magodibespik|Nünamakanäd|Patikos|Ragiv|Ragivibespik|Samafomot|Samafomotibespik|Sitanuns|Yuf|Yufibespik
vro	et	Pääleht	\$1_arotus|Arotus|Katõgooria|Katõgooria_arotus|MediaWiki|MediaWiki_arotus|Meediä|Näüdüs|Näüdüse_arotus|Oppus|Oppusõ_arotus|Pildi_arotus|Pilt|Pruukja|Pruukja_arotus|Tallituslehekülg
wa	fr	Mwaisse_pådje	\$1_copene|Aidance|Aidance_copene|Categoreye|Categoreye_copene|Copene|Imådje|Imådje_copene|Media|MediaWiki|MediaWiki_copene|Modele|Modele_copene|Sipeciås|Uzeu|Uzeu_copene
war		Syahan_nga_Pakli	Batakan|Bulig|Fayl|Gumaramit|Hiruhimangaw_hiton_bulig|Hiruhimangaw_hiton_gumaramit|Hiruhimangraw|Hiruhimangraw_hiton_\$1|Hiruhimangraw_hiton_MediaWiki|Hiruhimangraw_hiton_MedyaWiki|Hiruhimangraw_hiton_batakan|Hiruhimangraw_hiton_fayl|Hiruhimangraw_hiton_kaarangay|Hiruhimangraw_hiton_paypay|Kaarangay|Medya|MedyaWiki|Paypay|Pinaurog
wo	fr	Xët_wu_njëkk	\$1_waxtaan|Aide|Catégorie|Dencukaay|Discussion_\$1|Discussion_Aide|Discussion_Catégorie|Discussion_Image|Discussion_MediaWiki|Discussion_Modèle|Discussion_Utilisateur|Discuter|Jagleel|Jëfandikukat|MediaWiki|Modèle|Ndimbal|Royuwaay|Utilisateur|Waxtaan|Waxtaani_MediaWiki|Waxtaani_dencukaay|Waxtaani_jëfandikukat|Waxtaani_ndimbal|Waxtaani_royuwaay|Waxtaani_wàll|Wàll|Xibaarukaay
wuu	zh-hans zh zh-hant	封面
xal	ru	Нүр_халх	\$1_туск_меткән|\$1_тускар_ухалвр|MediaWiki|MediaWiki_туск_меткән|MediaWiki_тускар_ухалвр|Аһар|Боомг|Боомгин_туск_меткән|Демнч|Демнчна_туск_меткән|Зура|Зуран_туск_меткән|Зуран_тускар_ухалвр|Зург|Зургин_тускар_ухалвр|Кевләр|Көдлхнə|Көдлхнә|Меткән|Орлцач|Орлцачна_тускар_ухалвр|Ухалвр|Цəəлһлһин_тускар_ухалвр|Цəəлһлһн|Цәәлһлһин_туск_меткән|Цәәлһлһн|Янз|Янзин_тускар_ухалвр|Әәшл|Әәшлин_туск_меткән
xmf	ka	დუდხასჷლა
yi	he	הויפט_זייט	\$1_רעדן|באַזונדער|באַניצער|באַניצער_רעדן|באַניצערין|באַניצערין_רעדן|באזונדער|באנוצער|באנוצער_רעדן|באניצער|באניצער_רעדן|בילד|בילד_רעדן|הילף|הילף_רעדן|טעקע|טעקע_רעדן|מוסטער|מוסטער_רעדן|מעדיע|מעדיעוויקי|מעדיעוויקי_רעדן|מעדיעװיקי|מעדיעװיקי_רעדן|משתמש|משתמשת|קאַטעגאָריע|קאַטעגאָריע_רעדן|קאטעגאריע|קאטעגאריע_רעדן|רעדן|שיחת_משתמש|שיחת_משתמשת
yo		Ojúewé_Àkọ́kọ́	Amóhùnmáwòrán|Fáìlì|MediaWiki|Oníṣe|Pàtàkì|Àdàkọ|Àwòrán|Ìrànlọ́wọ́|Ẹ̀ka|Ọ̀rọ̀|Ọ̀rọ̀_\$1|Ọ̀rọ̀_fáìlì|Ọ̀rọ̀_mediaWiki|Ọ̀rọ̀_oníṣe|Ọ̀rọ̀_àdàkọ|Ọ̀rọ̀_àwòrán|Ọ̀rọ̀_ìrànlọ́wọ́|Ọ̀rọ̀_ẹ̀ka
yue		頭版	\$1_傾偈|\$1傾偈|Image|Image_talk|MediaWiki|MediaWiki_傾偈|MediaWiki傾偈|傾偈|分类|分类_讨论|分類|分類_討論|分類傾偈|图|图_讨论|图像|图像_讨论|圖|圖_討論|圖像|圖像_討論|媒体|媒體|对话|對話|帮助|帮助_讨论|帮手|帮手_讨论|幫助|幫助_討論|幫手|幫手_討論|幫手傾偈|文件|文件傾偈|档|档_讨论|档案|档案_讨论|模|模_討論|模_讨论|模傾偈|檔|檔_討論|檔案|檔案_討論|特別|特殊|用戶|用戶_對話|用戶_討論|用戶傾偈|用户|用户_对话|用户_讨论|类|类_讨论|討論|說明|說明_討論|讨论|说明|说明_讨论|類|類_討論
za	zh-hans zh zh-hant	Yiebdaeuz
zea	nl	Vòblad	Categorie|Gebruker|Media|MediaWiki|Overleg|Overleg_\$1|Overleg_MediaWiki|Overleg_categorie|Overleg_gebruker|Overleg_plaetje|Overleg_sjabloon|Overleg_ulpe|Plaetje|Sjabloon|Speciaol|Ulpe
zgh	kab	ⵜⴰⵙⵏⴰ_ⵏ_ⵓⵙⵏⵓⴱⴳ
zh	zh-hans zh-hant zh-cn zh-tw zh-hk		\$1_talk|Category|Category_talk|File|File_talk|Help|Help_talk|Media|MediaWiki|MediaWiki_talk|Special|Talk|Template|Template_talk|User|User_talk
zh-cn	zh-hans zh zh-hant
zh-hans	zh-cn zh zh-hant	首页	\$1对话|\$1讨论|Image|Image_talk|MediaWiki|MediaWiki讨论|专案|专案讨论|使用者对话|使用者讨论|使用说明|使用说明讨论|分类|分类对话|分类讨论|图像|图像对话|图像讨论|图片|图片讨论|媒体|媒体文件|媒体档案|对话|帮助|帮助对话|帮助讨论|文件|文件对话|文件讨论|样板|样板对话|样板讨论|档案|档案对话|档案讨论|模板|模板对话|模板讨论|特殊|用户|用户对话|用户讨论|讨论|说明|说明讨论
zh-hant	zh-tw zh-hk zh zh-hans	首頁	\$1對話|\$1討論|Image|Image_talk|MediaWiki|MediaWiki討論|使用者|使用者對話|使用者討論|使用說明|使用說明討論|分類|分類對話|分類討論|圖像|圖像對話|圖像討論|圖片|圖片討論|媒體|媒體文件|媒體檔案|專案|專案討論|對話|幫助|幫助對話|幫助討論|文件|文件對話|文件討論|模板|模板對話|模板討論|樣板|樣板對話|樣板討論|檔案|檔案對話|檔案討論|特殊|用戶|用戶對話|用戶討論|討論|說明|說明討論
zh-hk	zh-hant zh-tw zh zh-hans	首頁	用戶|用戶討論
zh-tw	zh-hant zh-hk zh zh-hans
ab.wikipedia			Авикипедиа
abstract.wikipedia			Abstract
advisory.wikipedia			Project
ady.wikipedia			Википедие|Википедием_и_тегущыӀэн
af.wikipedia			Portaal|Portaalbespreking
als.wikipedia			Buech|Buech_Diskussion|Nochricht|Nochricht_Diskussion|Portal|Portal_Diskussion|Spruch|Spruch_Diskussion|Text|Text_Diskussion|Wort|Wort_Diskussion
alt.wikipedia			ВП|Википедия|Википедияти_шӱӱжери
am.wikipedia			በር|በር_ውይይት|ውክፔዲያ
an.wikipedia			Descusión_Portal|Portal
an.wiktionary			Biquizionario
ang.wikipedia			Wicipaedia|Wicipaediamotung|Wicipædia|Wicipædiamotung|Wicipǣdia|Wicipǣdiamōtung|Wikipaedia|Wikipaediamotung|Wikipædia|Wikipædiamotung|Wikipǣdia|Wikipǣdiamōtung|Ƿicipaedia|Ƿicipaediamotung|Ƿicipædia|Ƿicipædiamotung|Ƿicipǣdia|Ƿicipǣdiamōtung|Ƿikipaedia|Ƿikipaediamotung|Ƿikipædia|Ƿikipædiamotung|Ƿikipǣdia|Ƿikipǣdiamōtung
ang.wikisource			Wicifruma
ang.wiktionary			Aeteaca|Aeteacmotung|Wiciwordboc|Wiciwordbocmotung|Wiciwordbōc|Wiciwordbōcmōtung|Wikiwordboc|Wikiwordbocmotung|Wikiwordbōc|Wikiwordbōcmōtung|Æteaca|Æteacmotung|Ætēaca|Ætēacmōtung|Ƿiciƿordboc|Ƿiciƿordbocmotung|Ƿiciƿordbōc|Ƿiciƿordbōcmōtung|Ƿikiƿordboc|Ƿikiƿordbocmotung|Ƿikiƿordbōc|Ƿikiƿordbōcmōtung
ann.wikipedia			Wìkìpedia
anp.wikipedia			विकिपीडिया
ar.wikibooks			وك|ويكي_الكتب|ويكي_كتب
ar.wikinews			بوابة|تعليقات|نقاش_البوابة|نقاش_التعليقات|نو|وخ|ويكي_الأخبار
ar.wikipedia			بوابة|نقاش_البوابة|نو|وب|ويكيبيديا
ar.wikiquote			وق|ويكي_الاقتباس
ar.wikisource			Author_talk|Page|Page_talk|بوابة|نقاش_البوابة|نقاش_المؤلف|نو|وم|ويكي_مصدر
ar.wikiversity			بوابة|مجموعة|مدرسة|موضوع|نقاش_البوابة|نقاش_المجموعة|نقاش_المدرسة|نقاش_الموضوع|وج|ويكي_الجامعة
ar.wiktionary			Appendix_talk|Thesaurus_talk|نقاش_المكنز|نقاش_الملحق|ويكاموس
arbcom-cs.wikipedia			Diskuse_k_projektu|Projekt|WP|Wikipedia|Wikipedia_talk
arbcom-de.wikipedia			Anfrage|Anfrage_Diskussion|Project|WP|Wikipedia|Wikipedia_talk
arbcom-en.wikipedia			Case|Case_talk|Project|WP|Wikipedia|Wikipedia_talk|Wpuser|Wpuser_talk
arbcom-fi.wikipedia			Project|WP|Wikipedia|Wikipedia_talk
arbcom-nl.wikipedia			Project|WP|Wikipedia|Wikipedia_talk
arbcom-pl.wikipedia			Dyskusja_Komarwiki|Komarwiki
arbcom-ru.wikipedia			A|AT|T|U|UT|WP|Wikipedia|Wikipedia_talk|АК|Арбитраж|ОА|ОУ|Обсуждение_арбитража|У|Ш
arbcom-zh.wikipedia			仲裁|仲裁讨论
arc.wikipedia			ܘܝܩܝܦܕܝܐ
ary.wikipedia			قيسارية|لمداكرة_د_لقيسارية|لمداكرة_د_لواساخ|واساخ|ويكيپيديا
arz.wikipedia			Portal|Portal_talk|بوابة|مناقشة_بوابة|ويكيبيديا
as.wikipedia			CAT|MOS|MOS_talk|Wikipedia_বার্তা|প্ৰকল্প|প্ৰকল্প_আলোচনা|ৱিকিচ'ৰা|ৱিকিচ'ৰা_আলোচনা|ৱিকিপিডিয়া|ৱিকিপিডিয়া_বাৰ্তা
as.wikiquote			ৱিকিউদ্ধৃতি
as.wikisource			Author_talk|Publisher|Publisher_talk|প্ৰকাশক|প্ৰকাশক_আলোচনা|লিখক_আলোচনা|লেখক_আলোচনা|ৱিকিউৎস|ৱিকিউৎস_বাৰ্তা
ast.wikipedia			Uiquipedia|Uiquipedia_alderique
ast.wiktionary			Uiccionariu|Uiccionariu_alderique|Wikcionariu
atj.wikipedia			Wikipetcia
auditcom.wikipedia			Project
av.wikipedia			Википедия
awa.wikipedia			विकिपीडिया
ay.wikipedia			Wikipidiya|Wikipidiyan_Aruskipäwi
az.wikibooks			Resept|Resept_müzakirəsi|VK|Vikikitab|Vikiuşaq|Vikiuşaq_müzakirəsi|Wikibooks_müzakirəsi
az.wikipedia			Draft|Draft_talk|FL|FLM|KAT|KATM|KMK|KMKM|MD|MDM|MV|MVM|MZ|POR|PORM|Portal|Portal_müzakirəsi|QA|Qaralama|Qaralama_müzakirəsi|VP|Vikipediya|İ|İM|Ş|ŞM
az.wikiquote			VS|Vikisitat
az.wikisource			Müəllif|Müəllif_müzakirəsi|Portal|Portal_müzakirəsi|Portal_talk|VM|VikiMənbə|VikiMənbə_müzakirəsi|Vikimənbə
az.wiktionary			VL|Vikilüğət|Əlavə|Əlavə_müzakirəsi
azb.wikipedia			ویکی‌پدیا|ویکی‌پدیا_دانیشیغی|پوْرتال|پوْرتال_دانیشیغی
ba.wikibooks			Викидәреслек|Викидәреслек_буйынса_фекерләшеү
ba.wikipedia			Wikipedia_буйынса_фекерләшеү|Википедия|Портал|Портал_буйынса_фекерләшеү|Проект|Проект_буйынса_фекерләшеү
ban.wikipedia			Wikipédia
ban.wikisource			Pabligbagan_Pangawi|Pangawi
bar.wikipedia			Buach|Buach_Dischkrian|Nochricht|Nochricht_Dischkrian|Portal|Portal_Dischkrian|Portal_Diskussion|Spruch|Spruch_Dischkrian|Text|Text_Dischkrian|Woat|Woat_Dischkrian
bat-smg.wikipedia			Vikipedėjė|Vikipedėjės_aptarėms
bcl.wikiquote			Wikisambit
bcl.wikisource			Author|Author_talk|Kagsurat|Olay_sa_kagsurat
bcl.wiktionary			Wiksyunaryo
bdr.wikipedia			Wikipidia|Wikipidia_Betutur
be-x-old.wikipedia			Абмеркаваньне_парталу|ВП|Вікіпэдыя|Партал
be.wikibooks			Вікікнігі
be.wikipedia			Portal|Portal_talk|ВП|Вікіпедыя|Партал|Размовы_пра_партал
be.wikiquote			Вікіцытатнік
be.wikisource			Author|Author_talk|Аўтар|ВК|Вікікрыніцы|Размовы_пра_Вікікрыніцы|Размовы_пра_аўтара
be.wiktionary			Вікіслоўнік|Размовы_пра_Вікіслоўнік
beta.wikiversity			Aptarimas|Kategorija|Kategorijos_aptarimas|MediaWiki_aptarimas|Naudotojas|Naudotojo_aptarimas|Pagalba|Pagalbos_aptarimas|Vaizdas|Vaizdo_aptarimas|Vikiversitetas|Vikiversiteto_aptarimas|Šablonas|Šablono_aptarimas
bew.wikipedia			Wikipédi
bew.wiktionary			Appendix|Appendix_talk|Kongko_tèmplokan|Tèmplokan|Wikikamus
bg.wikibooks			Уикикниги
bg.wikinews			Мнения|Мнения_беседа|Уикиновини
bg.wikipedia			Draft|Draft_talk|Портал|Портал_беседа|Уикипедия|Чернова|Чернова_беседа
bg.wikiquote			Уикицитат
bg.wikisource			Author_talk|Автор_беседа|Уикиизточник
bg.wiktionary			Словоформи|Словоформи_беседа|Уикиречник
bh.wikipedia			U|बिसेस|वि|विकिपीडिया|स|सदस्य
bjn.wikipedia			Lawang|Pamandiran_Lawang|Wikipidia|Wikipidia_pamandiran
bjn.wikiquote			Wikipapadah
bjn.wiktionary			Wikikamus
blk.wikipedia			ဝီခီပီးဒီးယား
blk.wiktionary			Appendix|Appendix_talk|ဝိစ်သိဉ်နရီ|ဝိစ်သိဉ်နရီ_အိုင်ကိုမ်ဒေါ့ꩻရီ|သွုပ်ဆုဲင်ꩻ|သွုပ်ဆုဲင်ꩻ_အိုင်ကိုမ်ဒေါ့ꩻရီ
bn.wikibooks			Subject|Subject_talk|Wikijunior|wikijunior_talk|উইকিবই|উইকিশৈশব|উইকিশৈশব_আলাপ|বিষয়|বিষয়_আলাপ|রন্ধনপ্রণালী_আলোচনা
bn.wikipedia			Draft|Draft_talk|MOS|MOS_talk|Portal|Portal_talk|WT|উইকিপিডিয়া|খসড়া|খসড়া_আলোচনা|প্রবেশদ্বার|প্রবেশদ্বার_আলোচনা
bn.wikiquote			উইকিউক্তি
bn.wikisource			Author_talk|Portal|Portal_talk|অনুবাদ|অনুবাদ_আলোচনা|উইকিসংকলন|প্রকাশক|প্রকাশক_আলোচনা|প্রবেশদ্বার|প্রবেশদ্বার_আলাপ|রচনা|রচনা_আলাপ|লেখক_আলাপ
bn.wikivoyage			উইকিভ্রমণ
bn.wiktionary			Appendix|Appendix_talk|Citations|Citations_talk|Rhymes|Rhymes_talk|Thesaurus|Thesaurus_talk|উইকিঅভিধান|উদ্ধৃতি|উদ্ধৃতি_আলোচনা|ছন্দ|ছন্দ_আলোচনা|থিসরাস|থিসরাস_আলোচনা|পরিশিষ্ট|পরিশিষ্ট_আলোচনা
board.wikipedia			Project|Resolution|Resolution_talk
boardgovcom.wikipedia			Wikipedia
bol.wikipedia			Wikipidiya
bpy.wikipedia			Portal|Portal_talk|উইকিপিডিয়া|হমিলদুৱার|হমিলদুৱার_য়্যারী
br.wikipedia			Discussion_Wikipedia
br.wikiquote			Wikiarroud
br.wikisource			Author_talk|Kaozeadenn_oberour|Wikimammenn
br.wiktionary			Kaozeadenn_Stagadenn|Stagadenn|Wikeriadur
bs.wikibooks			Wikiknjige
bs.wikinews			Wikivijesti
bs.wikipedia			Portal|Portal_talk|Razgovor_o_Wikipediji|Razgovor_o_portalu|Razgovor_s_Wikipediom|Razgovor_sa_korisnikom
bs.wikiquote			Wikicitati
bs.wikisource			Wikizvor
bs.wiktionary			Dodatak|Indeks|Portal|Razgovor_o_Dodatku|Razgovor_o_Indeksu|Razgovor_o_Portalu|Razgovor_s_Vikirječnikom|Razgovor_s_Wikirječnikom|Vikirječnik|Wikirječnik
btm.wiktionary			Pembicaraan_Wikikamus|Wikikamus
bxr.wikipedia			Википеэди
ca.wikibooks			Portal|Portal_Discussió|Viquillibres|Viquiprojecte|Viquiprojecte_Discussió
ca.wikinews			Secció|Secció_Discussió|Transwiki|Transwiki_talk|Viquinotícies
ca.wikipedia			Portal|Portal_Discussió|Viquiprojecte|Viquiprojecte_Discussió|Viquipèdia
ca.wikiquote			Viquidites
ca.wikisource			Author_talk|Autor_Discussió|Viquitexts
ca.wiktionary			Viccionari
cbk-zam.wikipedia			Discusión_del_Wikipedia|Wikipedia_discusión
ce.wikipedia			Википеди|Википедийа|Википедийа_дийцаре|Википедин_дийцаре|Ков|Ков_дийцаре
chair.wikipedia			Project
chapcom.wikipedia			Affcom|Affiliate|Affiliate_talk|Chapcom|Draft|Draft_talk
checkuser.wikipedia			Project
ckb.wikipedia			Draft|Draft_talk|H|Portal|Portal_talk|T|U|UT|WT|Wikiproject|Wikiproject_talk|ب|د|دەروازە|لب|لو|لێدوانی_دەروازە|لێدوانی_ویکیپرۆژە|لێدوانی_ڕەشنووس|مو|وپ|وپر|ویکیپرۆژە|ویکیپیدیا|پ|ڕەشنووس|ی
ckb.wiktionary			ویکیفەرھەنگ
collab.wikipedia			Project
commons.wikimedia			CAT|COM|Commons|Creator|Creator_talk|Institution|Institution_talk|Museum|Museum_talk|Sequence|Sequence_talk|TimedText|TimedText_talk
crh.wikipedia			R_talk|Vikipediya
cs.wikibooks			WK|Wikibooks_diskuse|Wikiknihy
cs.wikinews			Diskuse_s_redaktorem|Diskuse_s_redaktorkou|Diskuse_s_uživatelem|Redaktor|Redaktor_diskuse|Redaktorka|Redaktorka_diskuse|Uživatel|WZ|Wikinews_diskuse|Wikizprávy
cs.wikipedia			Diskuse_k_portálu|Diskuse_k_rejstříku|Diskuse_s_uživatelem|Diskuse_s_wikipedistkou|Diskuse_s_wikipedistou|Kat|Portal|Portal_talk|Portál|Portál_diskuse|Rejstřík|Rejstřík_diskuse|Uživatel|Wikipedie|Wikipedista|Wikipedista_diskuse|Wikipedistka|Wikipedistka_diskuse|Šab
cs.wikiquote			Diskuse_k_dílu|Dílo_diskuse|WC|Wikicitáty|Wikiquote_diskuse
cs.wikisource			Author_talk|Autor_diskuse|Diskuse_k_autorovi|Diskuse_k_edici|Edice|Edice_diskuse|WZ|Wikisource_diskuse|Wikizdroje
cs.wikiversity			Diskuse_k_fóru|Forum|Forum_talk|Fórum|Fórum_diskuse|Wikiversity_diskuse|Wikiverzita
cs.wikivoyage			Diskuse_k_Wikicestám|Wikicesty
cs.wiktionary			Diskuse_k_příloze|Příloha|Příloha_diskuse|WS|Wikislovník|Wiktionary_diskuse
csb.wikipedia			Wiki
csb.wiktionary			Wikisłowôrz
cu.wikipedia			Википє́дїѩ_бєсѣ́да|Википє́дїꙗ|Википєдїѩ_бєсѣ́да|Википєдїѩ_бєсѣда|Википєдїꙗ|Категория|Участник|Шаблон
cv.wikipedia			Википеди
cy.wikibooks			Sgwrs_Silff_lyfrau|Silff_lyfrau|Wicilyfrau
cy.wikipedia			Porth|Sgwrs_Porth|Wicipedia
cy.wikisource			Sgwrs_Wicitestun|Wicidestun|Wicitestun
cy.wiktionary			Atodiad|Odliadur|Sgwrs_Atodiad|Sgwrs_Odliadur|Sgwrs_WiciSawrws|WiciSawrws|Wiciadur
da.wikipedia			Artikeldata|Artikeldatadiskussion|MediaWiki-diskussion|Portal|Portal_diskussion|Portaldiskussion
da.wikisource			Author_talk|Forfatterdiskussion
dag.wikipedia			MOS|MOS_yɛltɔɣa|Salima|Salima_yɛltɔɣa
de.wikibooks			Regal|Regal_Diskussion
de.wikinews			Comments|Comments_talk|Meinungen|Meinungen_Diskussion|Portal|Portal_Diskussion
de.wikipedia			BD|H|HD|P|PD|Portal|Portal_Diskussion|WD
de.wikiquote			BD|Portal|Portal_Diskussion
de.wikiversity			Kurs_Diskussion|Projekt|Projekt_Diskussion
de.wikivoyage			BD|H|HD|ND|NR|Nachrichten|Nachrichten_Diskussion|News|News_Diskussion|P|PD|Portal|Portal_Diskussion|TD|Thema_Diskussion|WD|Wahl|Wahl_Diskussion
de.wiktionary			BD|Flexion|Flexion_Diskussion|Reim|Reim_Diskussion|Rekonstruktion|Rekonstruktion_Diskussion|Thesaurus|Thesaurus_Diskussion|Verzeichnis|Verzeichnis_Diskussion|WikiSaurus|WikiSaurus_Diskussion
diq.wikipedia			Portal|Portal_vaten|Werênayışê_portali|Wikipediya
diq.wiktionary			Wikiqısebend
donate.wikipedia			Donate
dsb.wikipedia			Wikipedija
dty.wikipedia			विकिपिडिया
dv.wikipedia			Portal|Portal_talk|ނެރު|ނެރު_ޚިޔާލު|ވިކިޕީޑިއާ|ވިކިޕީޑިއާ_ޚިޔާލު
dv.wiktionary			ވިކިރަދީފު|ވިކިރަދީފު_ޚިޔާލު
el.wikibooks			Βικιβιβλία
el.wikinews			Βικινέα|Βικινέα_συζήτηση|Συζήτηση_σχολίων|Σχόλια
el.wikipedia			ΒΠ|Βικιπαίδεια|Πύλη|Συζήτηση_πύλης
el.wikiquote			Βικιφθέγματα
el.wikisource			Author|Author_talk|Portal|Portal_talk|Βιβλιο|Βικιθήκη|Πύλη|Συγγραφέας|Συζήτηση_βιβλίου|Συζήτηση_πύλης|Συζήτηση_συγγραφέα
el.wikiversity			Βικιεπιστήμιο|Συζήτηση_Βικιεπιστημίου|Συζήτηση_Σχολής|Συζήτηση_Τμήματος|Σχολή|Τμήμα
el.wikivoyage			Βικιταξίδια
el.wiktionary			Βικιλεξικό|Παράρτημα|Συζήτηση_βικιλεξικού|Συζήτηση_παραρτήματος
en.wikibooks			CAT|Cookbook_talk|SUB|Subject|Subject_talk|Transwiki|Transwiki_talk|Wikijunior_talk
en.wikinews			CAT|Comments|Comments_talk|Portal|Portal_talk
en.wikipedia			Draft|Draft_talk|MOS|MOS_talk|Portal|Portal_talk|TM|WT
en.wikiquote			Draft|Draft_talk
en.wikisource			Author_talk|H|Portal|Portal_talk|Translation_talk|WT
en.wikiversity			Collection|Collection_talk|Draft|Draft_talk|Portal|Portal_talk|School|School_talk|Topic|Topic_talk
en.wiktionary			AP|Appendix|Appendix_talk|CAT|Citations|Citations_talk|MOD|RC|Reconstruction|Reconstruction_talk|Rhymes|Rhymes_talk|Sign_gloss|Sign_gloss_talk|T|Thesaurus|Thesaurus_talk|Transwiki|Transwiki_talk|WS|Wikisaurus|Wikisaurus_talk
eo.wikibooks			Vikilibroj
eo.wikinews			Vikinovaĵoj|Vikinovaĵoj_diskuto
eo.wikipedia			Portala_diskuto|Portalo|Projekta_diskuto|Projekto|VP|Vikipedia_diskuto|Vikipedio
eo.wikiquote			Vikicitaro
eo.wikisource			Auxtoro|Auxtoro-Diskuto|Aŭtoro|Aŭtoro-Diskuto|VF|Vikifontaro|Vikifontaro_diskuto
eo.wikivoyage			Vikivojaĝo
eo.wiktionary			Aldono|Aldono-Diskuto|Uzanta_diskuto|Uzanto|Vikipediista_diskuto|Vikipediisto|Vikivortaro
es.wikibooks			CAT|WL|Wikilibros|Wikiversidad|Wikiversidad_Discusión
es.wikinews			Comentarios|Comentarios_Discusión|Wikinoticias
es.wikipedia			Anexo_discusión|CAT|PR|Portal|Portal_discusión|Wikiproyecto|Wikiproyecto_discusión
es.wikisource			A|Autor|Autor_discusión|Portal|Portal_discusión
es.wikiversity			Wikiversidad
es.wikivoyage			Wikiviajes
es.wiktionary			Apéndice|Apéndice_Discusión|Tesauro|Tesauro_discusión|WN|Wikcionario
et.wikibooks			Vikiõpikud
et.wikipedia			Draft|Draft_talk|Mustand|Mustandi_arutelu|Portaal|Portaali_arutelu|Portal|Portal_talk|Vikipeedia
et.wikiquote			Vikitsitaadid
et.wikisource			Author_talk|Autori_arutelu|Vikitekstid
et.wiktionary			Vikisõnastik
eu.wikipedia			Atari|Atari_eztabaida|Txikipedia_eztabaida|Wikiproiektu|Wikiproiektu_eztabaida|Zerrenda|Zerrenda_eztabaida
eu.wikisource			Author|Author_talk|Egilea|Egilea_eztabaida|Wikiteka
exec.wikipedia			Project
ext.wikipedia			Güiquipedia
fa.wikibooks			بحث_موضوع|بحث_ویکی_کودک|بحث_ویکی‌کودک|بحث_کتاب_آشپزی|بحث_کتاب‌آشپزی|موضوع|وک|ویکی‌نسک|ویکی‌کتاب
fa.wikinews			بحث_درگاه|بحث_نظرها|درگاه|نظرها|وخ|ویکی‌خبر
fa.wikipedia			Draft|Draft_talk|بحث_درگاه|بحث_كاربر|بحث_ويکي_پديا|بحث_ويکي‌پديا|بحث_ویکی_پدیا|بحث_پيش_نويس|بحث_پيشنويس|بحث_پيش‌نويس|بحث_پیش_نویس|بحث_پیشنویس|بحث_پیش‌نویس|بوپ|بک|درگاه|ره|شن|كاربر|ويكي_پديا|ويکي‌پديا|وپ|ویکی_پدیا|ویکی‌پدیا|پود|پيش_نويس|پيشنويس|پيش‌نويس|پیش_نویس|پیشنویس|پیش‌نویس
fa.wikiquote			وگ|ویکی‌گفتاورد
fa.wikisource			Author_talk|Portal|Portal_talk|بحث_درگاه|بحث_پدیدآورنده|درگاه|ون|ویکی‌نبشته|گفتگو_پدیدآورنده|گفتگوی_برگه|گفتگوی_فهرست
fa.wikivoyage			بحث_درگاه|بحث_عبارت‌نامه|درگاه|عب|عبارت‌نامه|وس|ویکی‌سفر
fa.wiktionary			بحث_پیوست|وو|ویکی‌واژه|پیوست
fat.wikipedia			Wikipedia_nkɔmbɔdzibea
fdc.wikipedia			Project
fi.wikibooks			Wikikirjasto
fi.wikinews			Wikiuutiset
fi.wikipedia			Keskustelu_kirjasta|Keskustelu_metasivusta|Keskustelu_teemasivusta|Keskustelu_wikiprojektista|Kirja|Metasivu|Teemasivu|Wikiprojekti
fi.wikiquote			Wikisitaatit
fi.wikisource			Wikiaineisto
fi.wikiversity			Keskustelu_Wikiopistosta|Wikiopisto
fi.wikivoyage			Keskustelu_Wikimatkoista|Wikimatkat
fi.wiktionary			Keskustelu_liitteestä|Liite|Wikisanakirja
fo.wikisource			Wikiheimild
fon.wikipedia			Wikipedya
fr.wikibooks			Discussion_Transwiki|Discussion_Wikijunior|Transwiki|WJ|WL|Wikijunior|Wikijunior_talk|Wikilivres
fr.wikinews			Discussion_Dossier|Discussion_Page|Discussion_Transwiki|Dossier|Page|Transwiki
fr.wikipedia			DW|Discussion_Portail|Discussion_Projet|Discussion_Référence|Discussion_Utilisatrice|Discussion_Wikipedia|Portail|Projet|Référence|Utilisatrice|Wikipédia
fr.wikiquote			Discussion_Portail|Discussion_Projet|Discussion_Référence|Discussion_Transwiki|Portail|Projet|Référence|Transwiki
fr.wikisource			Author_talk|Discussion_Auteur|Discussion_Portail|Discussion_Transwiki|Portail|Transwiki
fr.wikiversity			Discussion_Département|Discussion_Faculté|Discussion_Projet|Discussion_Recherche|Discussion_Transwiki|Département|Faculté|Projet|Transwiki|Wikiversité
fr.wiktionary			CVT|Convention|Discussion_Annexe|Discussion_Conjugaison|Discussion_Convention|Discussion_Portail|Discussion_Projet|Discussion_Racine|Discussion_Reconstruction|Discussion_Rime|Discussion_Schème|Discussion_Thésaurus|Discussion_Transwiki|Discussion_Tutoriel|Portail|Projet|Schème|Transwiki|Tutoriel|Wiktionnaire
frp.wikipedia			Vouiquipèdia
frr.wikipedia			Index|Index_Diskussion|Seite|Seite_Diskussion|Text_Diskussion
fur.wikipedia			Vichipedie
fy.wikipedia			Portal|Portal_talk|Tema|Tema_oerlis|Wikipedy
fy.wiktionary			Wikiwurdboek
ga.wikibooks			Vicíleabhair
ga.wikipedia			Vicipéid
ga.wikiquote			Vicísliocht
ga.wiktionary			Aguisín|Plé_aguisín|Vicífhoclóir
gag.wikipedia			Vikipediya|Vikipediyanın_laflanması
gan.wikipedia			CAT|H|T|U|UT|WT
gcr.wikipedia			Wikipédja
gd.wikipedia			Uicipeid
gl.wikipedia			Conversa_libro|Conversa_portal|Libro|Portal|Portal_talk
gl.wikisource			Autor|Conversa_autor
gl.wiktionary			Apéndice|Conversa_apéndice
gn.wikipedia			Vikipetã
gom.wikipedia			विकिपीडिया
gom.wiktionary			विक्शनरी
gor.wikipedia			Lo\\|Wikipedia
gor.wikiquote			Wikilumadu
gor.wiktionary			Indeks|Lo\\|Wikikamus
grants.wikipedia			Project
gu.wikipedia			CAT|વિ|વિકિપીડિયા|શ્રે|સ
gu.wikiquote			વિકિસૂક્તિ|વિકિસૂક્તિની_ચર્ચા
gu.wikisource			Audiobook|Audiobook_talk|વિકિસ્રોત|વિકિસ્રોત_ચર્ચા|શ્રાવ્યપુસ્તક|શ્રાવ્યપુસ્તક_ચર્ચા|સર્જક|સર્જક_ચર્ચા
gu.wiktionary			વિકિકોશ|વિક્શનરી
guc.wikipedia			Wikipeetia
gur.wikipedia			Wikipiidiya
guw.wikinews			Wikilinlin|Wikilinlin_hodidọ
guw.wikiquote			Wikihoyidọ
guw.wiktionary			Wikiwezẹhomẹ
he.wikibooks			ויקיספר|מדף|שיחת_מדף|שיחת_שער|שער
he.wikinews			Draft|Draft_talk|Portal|Portal_talk|U|וח|ויקיחדשות|וק|טיוטה|מדור|מו|מי|מש|משת|עז|קו|קט|קטגוריה|ש|שוח|שוק|שיחת_טיוטה|שיחת_מדור|שיחת_קטגוריה|שיחת_תגית|שמו|שמש|שמשת|שעז|שקו|שקט|שתב|שתג|תב|תג|תגית
he.wikipedia			Draft|Draft_talk|U|ויקיפדיה|וק|טיוטה|מו|מי|מש|ספר|עז|פורטל|קו|קט|ש|שוק|שיחת_טיוטה|שיחת_ספר|שיחת_פורטל|שמו|שמש|שעז|שקו|שקט|שתב|תב
he.wikiquote			ויקיציטוט|פורטל|שיחת_פורטל
he.wikisource			Author_talk|U|ויקיטקסט|וק|מו|מי|מקור|מש|קו|קט|ש|שוק|שיחת_באור|שיחת_ביאור|שיחת_מחבר|שיחת_מקור|שיחת_תרגום|שמו|שמש|שקו|שקט|שתב|תב
he.wikivoyage			ויקימסע|מפה|ספר|שיחת_מפה|שיחת_ספר
he.wiktionary			ויקימילון|נספח|שיחת_נספח
hi.wikibooks			रसोई|रसोई_वार्ता|वि|विकिपुस्तक|विकिपुस्तक_वार्ता|विपु|विषय|विषय_चर्चा
hi.wikipedia			CT|P|Portal|Portal_talk|T|U|UT|WPT|प्र|प्रवा|प्रवेशद्वार|प्रवेशद्वार_वार्ता|मी|मीवा|वि|विकिपीडिया|विवा|श्र|श्रवा|स|सवा|सा|सावा
hi.wikiquote			विकिसूक्ति
hi.wikisource			अनुवाद|अनुवाद_वार्ता|लेखक|लेखक_वार्ता|विकिस्रोत
hi.wikiversity			Collection|Draft|Draft_talk|Portal|School|निर्माणाधीन|निर्माणाधीन_वार्ता|प्रवेशद्वार|प्रवेशद्वार_वार्ता|विकिविद्यालय|विकिविश्वविद्यालय|विद्यालय|विद्यालय_वार्ता|विषय|विषय_वार्ता|संग्रह|संग्रह_वार्ता
hi.wikivoyage			विकियात्रा|विकियात्रा_वार्ता
hi.wiktionary			विक्षनरी
hif.wiktionary			Sabdkosh|Sabdkosh_ke_baat
hr.wikibooks			Wikiknjige
hr.wikipedia			CT|DT|Draft|Draft_talk|H|KT|MD|ME|MOD|Nacrt|PM|Portal|RCT|RDT|RF|RH|RKT|RMD|RME|RMOD|RPM|RSS|RSUR|RWP|Razgovor_o_dodatku|Razgovor_o_nacrtu|Razgovor_o_portalu|SUR|U|WT|Wikipedija
hr.wikiquote			Wikicitat
hr.wikisource			Author_talk|Razgovor_o_Wikizvoru|Razgovor_o_autoru|Wikizvor
hr.wiktionary			Wječnik
hsb.wikipedia			Wikipedija
hsb.wiktionary			Citaty|Diskusija_k_Wikisłownikej|Diskusija_k_citatam|Diskusija_k_přidawkej|Diskusija_k_rekonstrukciji|Diskusija_k_rymam|Diskusija_k_tezawrusej|Kat|P|Přidawk|Rekonstrukcija|Rymy|Tezawrus|WS|Wikisłownik|Wiktionary_diskusija
ht.wikipedia			Wikipedya
ht.wikisource			Wikisòrs
hu.wikibooks			Wikikönyvek
hu.wikinews			Portál|Portál_vita|Portálvita|Wikihírek|Wikihírek-vita|Wikihírek_vita
hu.wikipedia			Cikkjelölt|Cikkjelöltvita|Draft|Draft_talk|Portál|Portál_vita|Portálvita|Wikipédia
hu.wikiquote			Wikidézet
hu.wikisource			Author_talk|Szerző_vita|Wikiforrás
hu.wiktionary			Appendix|Appendix_talk|Függelék|Függelék_vita|Függelékvita|Index|Index_vita|Indexvita|Wikiszótár
hy.wikibooks			Cookbook|Cookbook_talk|Wikijunior|Wikijunior_talk|Եփութուխ|Եփութուխի_քննարկում|Վիքիգրքեր|Վիքիփոքրիկ|Վիքիփոքրիկի_քննարկում
hy.wikipedia			Պորտալ|Պորտալի_քննարկում|Սևագիր|Սևագրի_քննարկում|Վիքինախագիծ|Վիքինախագծի_քննարկում|Վիքիպեդիա
hy.wikiquote			Վիքիքաղվածք
hy.wikisource			Author_talk|Հեղինակի_քննարկում|Պորտալ|Պորտալի_քննարկում|Վիքիդարան
hy.wiktionary			Վիքիբառարան
hyw.wikipedia			Ուիքիփետիա
ia.wikipedia			Appendice|Discussion_Appendice|Discussion_Portal|Portal
ia.wiktionary			Appendice|Discussion_Appendice|Wiktionario
id.wikibooks			Pembicaraan_Resep|Pembicaraan_Wikibooks|Pembicaraan_Wisata|Wikibuku
id.wikipedia			MOS|Pembicaraan_MOS|Pembicaraan_Portal|Portal
id.wikiquote			Wikikutip
id.wikisource			Author_talk|Pembicaraan_Pengarang|Pembicaraan_Portal|Pembicaraan_Wikisumber|Portal|Wikisumber
id.wikivoyage			Wikiwisata
id.wiktionary			Indeks|Lampiran|Pembicaraan_Indeks|Pembicaraan_Lampiran|Wikikamus
iegcom.wikipedia			Project
ig.wikipedia			Édēchághị́|Ńkàtá_Édēchághị́
ig.wikiquote			Wikikwotu
igl.wikipedia			Wikipídiya
ilo.wikipedia			WT
incubator.wikimedia			I|Incubator
inh.wikipedia			Википеди|Моартал|Моарталах_къамаьл
internal.wikipedia			Project
io.wikipedia			Wikipedio
io.wiktionary			Wikivortaro
is.wikibooks			Wikibækur
is.wikipedia			Gátt|Gáttaspjall
is.wikiquote			Wikivitnun
is.wikisource			Author|Author_talk|Gátt|Gáttarspjall|Höfundarspjall|Höfundur|Portal|Portal_talk|Wikiheimild
is.wiktionary			Samheitasafn|Samheitasafnsspjall|Thesaurus|Thesaurus_talk|Viðaukaspjall|Viðauki|Wikiorðabók|Wikiorðabókarspjall|Wikiorðabókspjall
isv.wikipedia			Besěda_Vikipedije|Vikipedija
it.wikibooks			Discussioni_portale|Discussioni_progetto|Discussioni_ripiano|Portale|Progetto|Ripiano|Shelf|Shelf_talk
it.wikinews			Discussioni_portale|Portale|Wikinotizie
it.wikipedia			Bozza|CAT|DP|DW|Discussioni_bozza|Discussioni_portale|Discussioni_progetto|Portale|Progetto|T
it.wikiquote			Discussioni_portale|Portale
it.wikisource			Author_talk|Discussioni_autore|Discussioni_opera|Discussioni_portale|Discussioni_progetto|Opera|Portale|Progetto|Work|Work_talk
it.wikiversity			Area|CAT|Corso|DAREA|DC|DCAT|DDIP|DH|DIP|DMA|DT|DWV|Dipartimento|Discussioni_area|Discussioni_corso|Discussioni_dipartimento|Discussioni_facoltà|Discussioni_materia|Facoltà|H|MA|Materia|T|U|UT|Wikiversità
it.wikivoyage			Discussioni_portale
it.wiktionary			Appendice|Discussioni_appendice|WZ|Wikizionario
iu.wikipedia			ᐅᐃᑭᐱᑎᐊ
ja.wikibooks			Transwiki|Transwiki‐ノート
ja.wikinews			ウィキニュース|ポータル|ポータル‐ノート|ポータル・トーク|短信|短信‐ノート
ja.wikipedia			Category|Category‐ノート|Help|Help‐ノート|MOS|MOS‐ノート|MediaWiki‐ノート|MediaWiki・トーク|Portal|Portal‐ノート|Portal・トーク|Template|Template‐ノート|Wikipedia‐ノート|Wikipedia・トーク|カテゴリ|カテゴリ・トーク|テンプレート|テンプレート・トーク|トーク|ノート|ファイル‐ノート|ファイル・トーク|プロジェクト|プロジェクト‐ノート|プロジェクト・トーク|ヘルプ|ヘルプ・トーク|ポータル‐ノート|モジュール‐ノート|モジュール・トーク|利用者‐会話|利用者・トーク
ja.wikisource			作者|作者・トーク
ja.wikiversity			Portal|Portal‐ノート|School|School‐ノート|Topic|Topic‐ノート|Transwiki|Transwiki‐ノート
ja.wikivoyage			MediaWiki・トーク|MediaWiki・ノート|WikiProject|WikiProject_talk|Wikivoyage・トーク|Wikivoyage・ノート|カテゴリ・トーク|カテゴリ・ノート|テンプレート・トーク|テンプレート・ノート|トーク|ノート|ファイル・トーク|ファイル・ノート|プロジェクト|プロジェクト‐ノート|プロジェクト・ノート|ヘルプ・トーク|ヘルプ・ノート|モジュール・トーク|モジュール・ノート|利用者・トーク|利用者・ノート
ja.wiktionary			付録|付録・トーク
jam.wikipedia			Puotal|Puotal_diskoshan|Wikipidia|Wikipidia_diskoshan
jbo.wikipedia			casnu_la_.uikipedi\\|uikipedi\\
jv.wikipedia			Gapura|Parembugan_Gapura|Wikipédia
jv.wikisource			Panganggit|Parembugan_Panganggit|Wikisumber
jv.wiktionary			Wikisastra
ka.wikibooks			ვიკიწიგნები|თარო|თარო_განხილვა
ka.wikipedia			ვიკიპედია|პორტალი|პორტალი_განხილვა
ka.wikiquote			Wikiquote_განხილვა|ვიკიციტატა
ka.wikisource			Author|Author_talk|ავტორი|ავტორის_განხილვა|ვიკიწყარო
ka.wiktionary			ვიქსიკონი|ფორმაწარმოება|ფორმაწარმოების_განხილვა
kaa.wikipedia			Portal|Portal_talqılawı
kaa.wiktionary			Wikisózlik
kab.wikipedia			Amyannan_usenfaṛ|Amyannan_uwwur|Asenfaṛ|Awwur
kai.wikipedia			Màatu_mà_Wikipèdiya|Wikipèdiya
kbd.wikipedia			Уикипедиэ|Уикипедиэм_и_тепсэлъыхьыгъуэ
kbd.wiktionary			Appendix|Appendix_talk|Index|Index_talk|Википсалъалъэ|Википсалъалъэм_тепсэлъыхьын|Гуэлъхьэ|Гуэлъхьэм_тепсэлъыхьын|Индекс|Индексым_тепсэлъыхьын
kbp.wikipedia			Wikipediya|Wikipediya_ndɔnjɔɔlɩyɛ
kcg.wikipedia			Wukipedia
kcg.wiktionary			A̱lyiat_Swánga̱lyiatwuki|Swánga̱lyiatwuki
kge.wikipedia			Wikipidiya
kk.wikibooks			Уикикітап
kk.wikipedia			Joba|Joba_talqılawı|Жоба|Жоба_талқылауы|Портал|Портал_талқылауы|Уикипедия|جوبا|جوبا_تالقىلاۋى
kk.wikiquote			Уикидәйек
kk.wiktionary			Уикисөздік
km.wikipedia			ការពិភាក្សាអំពីវិគីភីឌា|វិគីភីឌា
kn.wikipedia			Draft|Draft_talk|Portal|Portal_talk|ಕರಡು|ಕರಡು_ಚರ್ಚೆ|ಕರಡು_ಚರ್ಚೆಪುಟ|ಪೋರ್ಟಲ್|ಪೋರ್ಟಲ್_ಚರ್ಚೆ|ವಿಕಿಪೀಡಿಯ|ಸಂಪುಟ|ಸಂಪುಟ_ಚರ್ಚೆಪುಟ
kn.wikiquote			ವಿಕಿಕೋಟ್
kn.wikisource			Author|Author_talk|Portal|Portal_talk|Translate|Translate_talk|ಅನುವಾದ|ಅನುವಾದ_ಚರ್ಚೆ|ಕರ್ತೃ|ಕರ್ತೃ_ಚರ್ಚೆ|ವಿಕಿಸೋರ್ಸ್|ವಿಕಿಸೋರ್ಸ್_ಚರ್ಚೆ|ಸಂಪುಟ|ಸಂಪುಟ_ಚರ್ಚೆ
kn.wiktionary			ವಿಕ್ಷನರಿ
knc.wikipedia			Mana_kǝla_Wikipedia_yǝn
ko.wikibooks			위키책
ko.wikinews			뉴|뉴토|위키뉴스|위키뉴스토론
ko.wikipedia			Draft|Draft_talk|들|들머리|들머리토론|들토|백|백토|사|사토|위키백과|위키프로젝트|위키프로젝트토론|초안|초안토론|포털|포털토론|프|프토
ko.wikiquote			사|사토|위키인용집|위키인용집토론|인
ko.wikisource			Author_talk|Draft|Draft_talk|Portal|Portal_talk|글쓴이토론|문|문토|번역토론|사|사토|위키문헌|저자토론|초안|초안토론|포털|포털토론|해석토론
ko.wikiversity			Wikiversity토론|위키배움터|위키배움터토론|포털|포털토론
ko.wiktionary			낱|부록|부록_토론|위키낱말사전
koi.wikipedia			Баитам_Википедия_йылiсь|Википедия
krc.wikipedia			Википедия
ks.wikipedia			وب|وِکیٖپیٖڈیا|وپ
ks.wiktionary			وِکیٖلۄغَتھ
ku.wikibooks			Gotûbêja_Wîkîpirtûkê|Wîkîpirtûk
ku.wikipedia			Gotûbêja_Wîkîpediyayê|Gotûbêja_portalê|Portal|Portal_nîqaş|Wîkîpediya
ku.wikiquote			Gotûbêja_Wîkîgotinê|Wîkîgotin
ku.wiktionary			Gotûbêja_Wîkîferhengê|Gotûbêja_jinûvesaziyê|Gotûbêja_nimînokê|Gotûbêja_portalê|Gotûbêja_pêvekê|Gotûbêja_tewandinê|Jinûvesazî|Nimînok|Nimînok_nîqas|Portal|Portal_nîqas|Pêvek|Pêvek_nîqas|Tewandin|WF|Wîkîferheng|Wîkîferheng_gotûbêj
kus.wikipedia			Wikipiidia
kv.wikipedia			Википедия|Википедия_донъялӧм|Обсуждение_Wikipedia
kw.wikipedia			Keskows_Porth|Porth
ky.wikipedia			Draft|Draft_article|Draft_article_talk|Draft_talk|Б|ВП|ВТ|Википедия|Википедияны_талкуулоо|Ж|ЖТ|К|МД|МДТ|Макала_долбоору|Макала_долбоорун_талкуулоо|Т
la.wikibooks			Vicilibri
la.wikipedia			Adumbratio|Disputatio_Adumbrationis|Disputatio_Portae|Disputatio_Wikipedia|Draft|Draft_talk|Porta|Vicipaedia
la.wikiquote			Vicicitatio
la.wikisource			Author_talk|Disputatio_Scriptoris|Disputatio_Vicifontis|Vicifons
la.wiktionary			Victionarium
lad.wikipedia			Diskusyón_de_Portal|Portal|Vikipedya
lb.wiktionary			Annexen|Annexen_Diskussioun|Wiktionary_Diskussioun|Wiktionnaire
lbe.wikipedia			Википедия
legalteam.wikipedia			Project
lez.wikipedia			Википедия|Википедия_веревирд_авун
lfn.wikipedia			Vicipedia|Vicipedia_Discute
li.wikibooks			Wikibeuk
li.wikinews			Wikinuujs
li.wikipedia			Euverlèk_portaol|Portaol
li.wikiquote			Euverlèk_portaol|Portaol
li.wikisource			Wikibrónne
lij.wikisource			Aotô|Author|Author_talk|Discuscion_aotô|Discuscion_œuvia|Wikivivàgna|Work|Work_talk|Œuvia
lmo.wikipedia			Ciciarada_Portal|Portal
lmo.wiktionary			Apendice|Appendix|Appendix_talk|Ciciarada_Apendice|Wikizzionari
lo.wikipedia			ວິກິພີເດຍ|ສົນທະນາກ່ຽວກັບວິກິພີເດຍ
login.wikipedia			Project
lrc.wikipedia			پورتال|چأک_چئنە_پورتال|ڤیکیپئدیا
lt.wikipedia			Sąrašo_aptarimas|Vikipedija|Vikipedijos_aptarimas|Vikiprojektas|Vikiprojekto_aptarimas|Vikisrities_aptarimas|Vikisritis|Wikipedia_aptarimas
lt.wikisource			Vikišaltiniai
lt.wiktionary			Priedas|Priedo_aptarimas|Sąrašas|Sąrašo_aptarimas|Vikižodynas|Vikižodyno_aptarimas
ltg.wikipedia			Vikipedeja|Vikipedejis_sprīža
lv.wikipedia			Portāla_diskusija|Portāls|VP|Vikiprojekta_diskusija|Vikiprojekts|Vikipēdija|Vikipēdijas_diskusija
lv.wiktionary			Pielikuma_diskusija|Pielikums|Vikivārdnīca|Vikivārdnīcas_diskusija
mad.wikipedia			Berkas|Kategori|Templat|Wikipèḍia
mad.wikisource			Parembhâghân_Wikigherbhung|Wikigherbhung
mad.wiktionary			Wikikamus
mag.wikipedia			विकिपीडिया
mai.wikipedia			CT|WT|u|ut|आ|आ_वा|प्र|प्र_वा|वि|वि_वा|विकिपिडिया
mdf.wikipedia			Википедиесь
mediawiki			API_talk|Extension_talk|Extensions_talk|Manual_talk|Project|Skin_talk|Skins_talk
meta.wikimedia			Grants|Grants_talk|Iberocoop|Iberocoop_talk|Meta|R|Research|Research_talk
mg.wiktionary			Dinika_amin'ny_rakibolana|Rakibolana
mhr.wikipedia			Википедий
min.wikibooks			Rundiang_Wikibuku|Wikibuku
min.wikipedia			Diskusi_Portal|Portal
min.wikiquote			Rundiang_Wikipituah|Wikipituah
min.wikisource			Portal|Rundiang_Portal|Rundiang_Wikibasurek|Wikibasurek
min.wiktionary			Wikikato
mk.wikibooks			Викикниги
mk.wikipedia			Википедија|Портал|Разговор_за_Портал
mk.wikisource			Автор|Разговор_за_автор
mk.wiktionary			Викиречник
ml.wikibooks			Cookbook|Cookbook_talk|Subject|Subject_talk|Wikibooks_talk|ഉ|ഉസം|ഘ|ഘസം|പാചകപുസ്തകം|പാചകപുസ്തകസം‌വാദം|പ്ര|പ്രസം|ഫ|ഫസം|വ|വസം|വി|വിക്കിപാഠശാല|വിക്കി‌‌_പുസ്തകശാല|വിക്കി‌‌_പുസ്തകശാല_സംവാദം|വിഷയം|വിഷയസം‌വാദം|വിസം|സ|സസം
ml.wikipedia			Draft|Draft_talk|Portal|Portal_talk|കരട്|കരട്_സംവാദം|കവാടം|കവാടത്തിന്റെ_സംവാദം|ഘ|ഘസം|വിക്കി|വിക്കിപീഡിയ|വിക്കിസം
ml.wikiquote			ഘ|ഘസം|വിക്കി_ചൊല്ലുകൾ|വിക്കി_ചൊല്ലുകൾ_സംവാദം|വിക്കിചൊല്ലുകൾ
ml.wikisource			Author_talk|H|Portal|Portal_talk|Translation|Translation_talk|കവാടം|കവാടത്തിന്റെ_സംവാദം|ഘ|ഘസം|പ|പരിഭാഷ|പരിഭാഷയുടെ_സംവാദം|പസം|രചയിതാവിന്റെ_സംവാദം|വിക്കിഗ്രന്ഥശാല
ml.wiktionary			ഘ|ഘസം|വിക്കിനിഘണ്ടു|വിക്കി‌‌_നിഘണ്ടു|വിക്കി‌‌_നിഘണ്ടു_സംവാദം
mn.wikipedia			Wikipedia-н_хэлэлцүүлэг|Википедиа
mn.wiktionary			Wiktionary-н_хэлэлцүүлэг|Викитоль
mni.wikipedia			ꯋꯤꯀꯤꯄꯦꯗꯤꯌꯥ
mni.wiktionary			ꯋꯤꯛꯁꯟꯅꯔꯤ
mnw.wikipedia			Portal|Portal_talk|ပါင်မုက်|ပါင်မုက်_ဓရီုကျာ|ဝဳကဳပဳဒဳယာ
mnw.wiktionary			Appendix|Appendix_talk|Reconstruction|Reconstruction_talk|Rhymes|Rhymes_talk|Thesaurus|Thesaurus_talk|ကာရန်|ကာရန်_ဓရီုကျာ|ဗီုပြင်သိုင်တၟိ|ဗီုပြင်သိုင်တၟိ_ဓရီုကျာ|ဗီုပြၚ်သိုၚ်တၟိ|ဗီုပြၚ်သိုၚ်တၟိ_ဓရီုကျာ|ဝိက်ရှေန်နရဳ|အဆက်လက္ကရဴ|အဆက်လက္ကရဴ_ဓရီုကျာ|အဘိဓာန်|အဘိဓာန်_ဓရီုကျာ
mos.wikipedia			Wikipidiya
movementroles.wikipedia			Wikipedia
mr.wikibooks			Wikibooks_talk|Wikibooks_चर्चा|विकिबुक्स|विकिबुक्स_चर्चा
mr.wikipedia			Draft|Draft_talk|दालन|दालन_चर्चा|मसुदा|मसुदा_चर्चा|विकिपीडिया|विपी
mr.wikisource			Author|Author_talk|Portal|Portal_talk|दालन|दालन_चर्चा|विकिस्रोत|साहित्यिक|साहित्यिक_चर्चा
mr.wiktionary			विक्शनरी|सूची|सूची_चर्चा
mrj.wikipedia			Википеди|Википедим_кӓнгӓшӹмӓш
ms.wikibooks			Perbincangan_resipi|Perbualan_Resipi|Resipi|Wikibuku
ms.wikipedia			Gerbang|MOS|Perbincangan_MOS|Perbincangan_gerbang|Perbincangan_portal|Portal|Portal_talk
ms.wikiquote			Perbincangan_Wikipetik|Wikipetik
ms.wikisource			Author|Author_talk|Gerbang|Karya|Pengarang|Perbincangan_gerbang|Perbincangan_karya|Perbincangan_pengarang|Perbincangan_terjemahan|Portal|Portal_talk|Terjemahan|Translation|Translation_talk|Wikisumber|Work|Work_talk
ms.wiktionary			Indeks|Konkordans|Lampiran|Padanan_isyarat|Perbincangan_indeks|Perbincangan_konkordans|Perbincangan_lampiran|Perbincangan_padanan_isyarat|Perbincangan_petikan|Perbincangan_rekonstruksi|Perbincangan_rima|Perbincangan_tesaurus|Petikan|Rekonstruksi|Rima|Tesaurus|Wikikamus
mt.wikipedia			Diskussjoni_portal|Portal|Wikipedija
mt.wiktionary			Wikizzjunarju
mwl.wikipedia			BP|Biquipédia|Cumbersa_portal|Portal|Wikipedia_cumbersa
my.wikipedia			Draft|Draft_talk|Portal|Portal_talk|စာမူကြမ်း|စာမူကြမ်း_ဆွေးနွေးချက်|မုခ်ဝ|မုခ်ဝ_ဆွေးနွေးချက်|ဝီကီပီးဒီးယား
my.wikisource			Author|Author_talk|Portal|Portal_talk|Translation|Translation_talk|စာရေးသူ|စာရေးသူ_ဆွေးနွေးချက်|ဘာသာပြန်|ဘာသာပြန်_ဆွေးနွေးချက်|မုခ်ဝ|မုခ်ဝ_ဆွေးနွေးချက်|ဝီကီရင်းမြစ်
my.wiktionary			Appendix|Appendix_talk|Citations|Citations_talk|Concordance|Concordance_talk|Reconstruction|Reconstruction_talk|Rhymes|Rhymes_talk|Thesaurus|Thesaurus_talk|ကာရန်များ|ကာရန်များ_ဆွေးနွေးချက်|စာကိုးများ|စာကိုးများ_ဆွေးနွေးချက်|နောက်ဆက်တွဲ|နောက်ဆက်တွဲ_ဆွေးနွေးချက်|ပြန်လည်တည်ဆောက်ခြင်း|ပြန်လည်တည်ဆောက်ခြင်း_ဆွေးနွေးချက်|ဝစ်ရှင်နရီ|ဝေါဟာရစာရင်း|ဝေါဟာရစာရင်း_ဆွေးနွေးချက်|ဝေါဟာရပဒေသာ|ဝေါဟာရပဒေသာ_ဆွေးနွေးချက်
myv.wikipedia			Википедиясь
mzn.wikipedia			Portal|Portal_talk|Wikipedia_گپ|وپ|ویکی‌پدیا|ویکی‌پدیا_گپ|پروژه|پروژه_گپ|پورتال|پورتال_گپ
nah.wikipedia			Huiquipedia|Wikipedia_tēixnāmiquiliztli
nap.wikisource			Author|Author_talk|Autore|Autore_chiàcchiera|Opera|Opera_chiàcchiera|Traduzzione|Traduzzione_chiàcchiera
nds.wikipedia			Portal|Portal_Diskuschoon
nds.wiktionary			Anhang|Anhang_Diskuschoon|Zitaten|Zitaten_Diskuschoon
ne.wikibooks			Cookbook|Cookbook_talk|Subject|Subject_talk|Wikijunior|Wikijunior_talk|ढाँ|ढाँ_वा|पाकपुस्तक|पाकपुस्तक_वार्ता|प्र|प्र_वा|बालपुस्तक|बालपुस्तक_वार्ता|विकिपुस्तक|विपु|विपु_वा|विषय|विषय_र्ता|श्रे|श्रे_वा
ne.wikipedia			CT|Draft|Draft_talk|T|U|UT|WT|ढाँ|ढाँवा|पोर्टल|पोर्टल_वार्ता|प्र|प्रवा|मस्यौदा|मस्यौदा_वार्ता|वि|विकिपिडिया|विकिपिडिया_वार्ता|विकिपीडिया|विकिपीडिया_वार्ता|विवा
ne.wiktionary			विक्सनरी
new.wikipedia			दबू|दबू_खँलाबँला|विकिपिडिया|विकिपिडिया_खँलाबँला
nia.wikipedia			Huhuo_portal|Portal
nia.wiktionary			Huhuo_wikikamus|Wikikamus
nl.wikibooks			Overleg_Wikijunior|Overleg_transwiki|Transwiki|Wikijunior
nl.wikinews			Wikinieuws
nl.wikipedia			H|Overleg_portaal|P|Portaal
nl.wikisource			Author_talk|Hoofdportaal|Overleg_auteur|Overleg_hoofdportaal
nl.wiktionary			WikiWoordenboek
nn.wikipedia			Tema|Temadiskusjon
no.wikibooks			Cookbook_talk|Kokebok-diskusjon|Wikibøker
no.wikinews			Kommentarer|Kommentarer-diskusjon|Portal|Portal-diskusjon|Wikinytt
no.wikipedia			Portal|Portaldiskusjon
no.wikisource			Author_talk|Forfatterdiskusjon|Wikikilden
no.wiktionary			Appendix|Appendix_talk|Tillegg|Tilleggdiskusjon
nostalgia.wikipedia			Wikipedia
nqo.wikipedia			ߥߞߌߔߘߋߞߎ
nr.wikipedia			Wikiphidiya
nso.wikipedia			Dipolelo_tša_Wikipedia
nv.wikipedia			Wikiibíídiiya
oc.wikibooks			Wikilibres
oc.wikipedia			Discussion_Portal|Discussion_Projècte|Portal|Projècte|Wikipèdia
oc.wiktionary			Annèxa|Discussion_Annèxa|Wikiccionari
office.wikipedia			Archive|Archive_talk|OW|OfficeWiki|Outreach|Outreach_talk|Report|Report_talk
olo.wikipedia			Wikipedien_paginat|Wikipedii
ombudsmen.wikipedia			Project
or.wikipedia			WT|ଉଇକିପିଡ଼ିଆ|ପୋର୍ଟାଲ|ପୋର୍ଟାଲ_ଆଲୋଚନା
or.wikisource			ଉଇକିପାଠାଗାର
or.wiktionary			ଆଧାର|ଆଧାର_ଆଲୋଚନା|ଉଇକିଅଭିଧାନ|ସୂଚୀ|ସୂଚୀ_ଆଲୋଚନା
os.wikipedia			Википеди
otrs-wiki.wikipedia			Project|Response|Response_talk
outreach.wikimedia			Wikimedia|Wikipedia|Wikipedia_talk
pa.wikipedia			ਫਾਟਕ|ਫਾਟਕ_ਗੱਲ-ਬਾਤ|ਵਿਕੀਪੀਡੀਆ
pa.wikisource			Audiobook|Audiobook_talk|ਅਨੁਵਾਦ|ਅਨੁਵਾਦ_ਗੱਲ-ਬਾਤ|ਆਡੀਓਬੁਕ|ਆਡੀਓਬੁਕ_ਗੱਲ-ਬਾਤ|ਪੋਰਟਲ|ਪੋਰਟਲ_ਗੱਲ-ਬਾਤ|ਪ੍ਰਕਾਸ਼ਕ|ਪ੍ਰਕਾਸ਼ਕ_ਗੱਲ-ਬਾਤ|ਲਿਖਤ|ਲਿਖਤ_ਗੱਲ-ਬਾਤ|ਲੇਖਕ|ਲੇਖਕ_ਗੱਲ-ਬਾਤ|ਵਿਕੀਸਰੋਤ
pcm.wikiquote			Wikitok
pfl.wikipedia			Buch|Buch_Dischbediere|Nochricht|Nochricht_Dischbediere|Portal|Portal_Diskussion|Spruch|Spruch_Dischbediere|Text|Text_Dischbediere|Wort|Wort_Dischbediere
pl.wikibooks			Dyskusja_Wikibooks|Dyskusja_Wikijuniora|Dyskusja_wikipedystki|Dyskusja_wikipedysty|Wikijunior|Wikipedysta|Wikipedystka
pl.wikinews			Dyskusja_Wikinews|Dyskusja_portalu|Dyskusja_wikireportera|Portal|Wikireporter
pl.wikipedia			Dyskusja_Wikipedii|Dyskusja_portalu|Dyskusja_wikipedystki|Dyskusja_wikipedysty|Dyskusja_wikiprojektu|Portal|Wikipedysta|Wikipedystka|Wikiprojekt
pl.wikiquote			Dyskusja_Wikicytatów|Wikicytaty
pl.wikisource			Author_talk|Collection_talk|Dyskusja_Wikiźródeł|Dyskusja_autora|Dyskusja_kolekcji|Dyskusja_wikiskryby|Wikiskryba|Wikiźródła
pl.wikivoyage			Dyskusja_Wikipodróży|Wikipodróże
pl.wiktionary			Aneks|Dyskusja_aneksu|Dyskusja_indeksu|Dyskusja_portalu|Dyskusja_wikipedystki|Dyskusja_wikipedysty|Dyskusja_wikisłownikarza|Indeks|Portal|WS|Wikidyskusja|Wikipedysta|Wikipedystka|Wikisłownik|Wikisłownikarz
pms.wikisource			Discussion_ëd_la_pàgina|Discussion_ëd_la_tàula|Index|Index_talk|Page|Page_talk|Pàgina|Tàula
pnb.wikipedia			وکیپیڈیا
pnb.wiktionary			وکشنری|گل_ات
pnt.wikipedia			Βικιπαίδεια|Βικιπαίδεια_καλάτσεμαν
ppl.wikipedia			Wikiamachti
ps.wikibooks			ويکيتابونه
ps.wikipedia			تانبه|د_تانبې_خبرې_اترې|ويکيپېډيا
ps.wikivoyage			وس|ويکيسفر
ps.wiktionary			ويکيسيند
pt.wikibooks			Wikibooks_Discussão|Wikilivros
pt.wikinews			Colaboração|Colaboração_Discussão|Portal|Portal_Discussão|Transwiki|Transwiki_Discussão|Wikinotícias
pt.wikipedia			CAT|Discussão_Portal|Livro|Livro_Discussão|PRE|Portal|Portal_Discussão|Usuário(a)|Usuário(a)_Discussão|Utilizador|Utilizador_Discussão|Wikipedia_Discussão|Wikipédia
pt.wikisource			Anexo|Anexo_Discussão|Author_talk|Autor_Discussão|Discussão_Em_Tradução|Discussão_Em_tradução|Discussão_em_tradução|Em_Tradução|Em_tradução|Portal|Portal_Discussão
pt.wikiversity			Wikiversidade
pt.wiktionary			Apêndice|Apêndice_Discussão|Citações|Citações_Discussão|Portal|Portal_Discussão|Rimas|Rimas_Discussão|Vocabulário|Vocabulário_Discussão|WS|Wikcionário|Wikisaurus|Wikisaurus_Discussão
qu.wikipedia			Wikipidiya
quality.wikipedia			Project
rki.wikipedia			ဝီကီးပီးဒီးယား
rmy.wikipedia			Vikipidiya
ro.wikibooks			Carte_de_bucate|Discuţie_Carte_de_bucate|Discuţie_Raft|Discuţie_Wikibooks|Discuţie_Wikijunior|Raft|Wikijunior|Wikimanuale
ro.wikinews			Discuţie_MediWiki|Discuţie_Wikiştiri|Wikiştiri|Wikiștiri
ro.wikipedia			Book|Book_talk|Carte|Cod|Code|Code_talk|Discuţie_MediWiki|Discuție_Carte|Discuție_Cod|Discuție_Portal|Discuție_Proiect|Portal|Portal_talk|Proiect|WikiProject|WikiProject_talk
ro.wikiquote			Wikicitat
ro.wikisource			Author_talk|Discuție_Autor
ro.wiktionary			Apendice|Discuție_Apendice|Discuție_Portal|Portal|Wikționar
roa-tara.wikipedia			'Ngazzaminde_d'u_Portale|Portale
rsk.wikipedia			Википедия
ru.wikibooks			MOD|T|U|ВУ|Викиучебник|З|Задача|И|Импортировано|К|М|ОУ|Обсуждение_Викиучебника|Обсуждение_задачи|Обсуждение_импортированного|Обсуждение_полки|Обсуждение_рецепта|П|Полка|Р|Рецепт|С|У|Ш
ru.wikinews			ВН|ВикиНовости|Викиновости|Комментарии|Обсуждение_ВикиНовостей|Обсуждение_комментариев|Обсуждение_портала|П|Портал
ru.wikipedia			Arbcom|T|U|UT|АК|Арбитраж|ВП|Википедия|И|Инкубатор|К|ОПРО|ОУ|Обсуждение_Инкубатора|Обсуждение_арбитража|Обсуждение_портала|Обсуждение_проекта|Обсуждение_участницы|ПРО|Портал|Проект|У|Участница|Ш
ru.wikiquote			T|U|UT|ВЦ|Викицитатник|К|М|ОУ|У|Ш
ru.wikisource			Author|Author_talk|Автор|ВТ|Викитека|К|М|ОУ|Обсуждение_автора|У|Ш
ru.wikiversity			Викиверситет|Обсуждение_Викиверситета|Обсуждение_портала|Обсуждения_факультета|Портал|Факультет
ru.wiktionary			Appendix|Appendix_talk|Concordance|Concordance_talk|Index|Index_talk|Rhymes|Rhymes_talk|T|U|UT|ВС|Викисловарь|Индекс|К|Конкорданс|М|ОУ|Обсуждение_индекса|Обсуждение_конкорданса|Обсуждение_приложения|Обсуждение_рифм|Приложение|Рифмы|У|Ш
rue.wikipedia			Вікіпедія|Діскузія_ку_Вікіпедії
sa.wikibooks			विकिपुस्तकानि
sa.wikipedia			WT|प्रवेशद्वारम्|प्रवेशद्वारसम्भाषणम्|विकिपीडिया|सहाय्यस्य_प्रवेशद्वारम्
sa.wikiquote			विकिसूक्तिः|विकिसूक्तिःसम्भाषणम्|विकिसूक्तिसम्भाषणम्
sa.wikisource			प्रवेशद्वारम्|प्रवेशद्वारसम्भाषणम्|लेखकः|लेखकसम्भाषणम्|विकिस्रोतः|श्रव्यम्|श्रव्यसम्भाषणम्
sa.wiktionary			विकिशब्दकोशः
sah.wikipedia			Бикипиэдьийэ|Бикипиэдьийэ_ырытыыта
sah.wikisource			Author|Author_talk|Ааптар|Ааптар_ырытыыта|Бикитиэкэ|Бикитиэкэ_Ырытыы
sat.wikipedia			ᱣᱤᱠᱤᱯᱤᱰᱤᱭᱟ|ᱣᱤᱠᱤᱯᱤᱰᱤᱭᱟ_ᱨᱚᱲ
sat.wiktionary			ᱣᱤᱠᱤ_ᱟᱹᱲᱟᱹ_ᱢᱩᱨᱟᱹᱭ
scn.wikipedia			CAT|DP|DT|DU|DW|Discussioni_pruggettu|Discussioni_purtali|Pruggettu|Purtali|T|U
scn.wiktionary			Wikizziunariu
sco.wikipedia			Define|Define_talk|Portal|Portal_talk
sd.wikipedia			باب|باب_بحث|وڪيپيڊيا|وڪيپيڊيا_بحث
se.wikipedia			Portála|Portálaságastallan|Temasiidoságastallan|Temasiidu
searchcom.wikipedia			SearchCom
sh.wikipedia			DT|H|KAT|KOR|KT|MD|ME|MOD|Nacrt|PM|POR|Portal|R|RDT|RKAT|RKOR|RKT|RMD|RME|RMOD|RPM|RPOR|RSAR|RSS|RSUR|RVP|RWP|RZ|Razgovor_Wikipedija|Razgovor_o_Wikipedia|Razgovor_o_Wikipediji|Razgovor_o_nacrtu|Razgovor_o_portalu|RŠ|SAR|SRZ|SUR|SZR|U|UT|VP|Vikipedija|WT|Wikipedija|Š|ВП|Википедија|ДТ|КАТ|КОР|КТ|МД|МЕ|МОД|ПМ|ПОР|Портал|Р|РВП|РДТ|РЗ|РКАТ|РКОР|РКТ|РМД|РМЕ|РМОД|РПМ|РПОР|РСАР|РСС|РСУР|РШ|Разговор_о_Википедији|Разговор_о_порталу|САР|СЗР|СРЗ|СУР|Т|Ш
sh.wiktionary			Razgovor_o_Vikirečniku|Razgovor_o_Vikirječniku|Razgovor_o_Wikirečniku|Razgovor_o_Wikirječniku|Vikirečnik|Vikirječnik|Wikirečnik|Wikirječnik|Викиречник|Викирјечник|Разговор_о_Викиречнику|Разговор_о_Викирјечнику
shi.wikipedia			Aggur|Amsawal_n_waggur|Portal|Portal_talk|Wikipidya
shn.wikibooks			Cookbook|Cookbook_talk|Subject|Subject_talk|Transwiki|Transwiki_talk|Wikijunior|Wikijunior_talk|ထရၼ်ႇသ်ဝီႇၶီႇ|ပပ်ႉတူမ်ႈႁုင်|ပၢႆး|ဝီႇၶီႇပပ်ႉ|ဝီႇၶီႇလုၵ်ႈဢွၼ်ႇ|ဢုပ်ႇၵုမ်_ထရၼ်ႇသ်ဝီႇၶီႇ|ဢုပ်ႇၵုမ်_ပပ်ႉတူမ်ႈႁုင်|ဢုပ်ႇၵုမ်_ပၢႆး|ဢုပ်ႇၵုမ်_ဝီႇၶီႇလုၵ်ႈဢွၼ်ႇ
shn.wikinews			Comments|Comments_talk|ဝီႇၶီႇၶၢဝ်ႇ|ဢုပ်ႇၵုမ်_ၶွမ်းမႅၼ်|ၶွမ်းမႅၼ်ႉ
shn.wikipedia			Draft|Draft_talk|WT|တွၼ်ႈဢုပ်ႇ_ၵိူၼ်ႇတူ|ပိူင်လိူင်း|ဝီႇၶီႇၽီးတီးယႃး|ဢုပ်ႇၵုမ်_ပိူင်လိူင်း|ၵိူၼ်ႇတူ
shn.wikivoyage			ဝီႇၶီႇဝွႆးဢဵတ်ႇꩡ်
shn.wiktionary			Appendix|Appendix_talk|Portal|Portal_talk|Reconstruction|Reconstruction_talk|Rhymes|Rhymes_talk|တူၼ်းၸၢပ်ႈလႅပ်ႈ|တွၼ်ႈၸပ်းႁၢင်|လွင်ႈဢုပ်ႇဢူဝ်း_ဝိၵ်ႇသျိၼ်ႇၼရီႇ|ဝိၵ်ႇသျိၼ်ႇၼရီႇ|ဢုပ်ႇၵုမ်_တူၼ်းၸၢပ်ႈလႅပ်ႈ|ဢုပ်ႇၵုမ်_တွၼ်ႈၸပ်းႁၢင်|ဢုပ်ႇၵုမ်_ၵိူၼ်ႇတူ|ဢုပ်ႇၵုမ်_ၶိုၼ်းၵေႃႇသၢင်ႈ|ၵိူၼ်ႇတူ|ၶိုၼ်းၵေႃႇသၢင်ႈ
shy.wiktionary			Wikasegzawal
si.wikibooks			කණිෂ්ඨ_විකි|කණිෂ්ඨ_විකි_සාකච්ඡාව|විකිපොත්|විකිපොත්_සාකච්ඡාව|විෂයය|විෂයය_සාකච්ඡාව
si.wikipedia			MOS|MOS_talk|Portal|Portal_talk|ද්වාරය|ද්වාරය_සාකච්ඡාව|විකිපීඩියා|විකිපීඩියා_සාකච්ඡාව
si.wiktionary			වික්ෂනරි|වික්ෂනරි_සාකච්ඡාව
simple.wikipedia			MOS|MOS_talk
sk.wikibooks			Diskusia_k_Wikiknihám|Wikiknihy
sk.wikipedia			Diskusia_k_portálu|Diskusia_s_redaktorom|Diskusia_s_užívateľom|Portál|Redaktor|Užívateľ|Wikipédia
sk.wikiquote			Deň|Diskusia_ku_dňu|Wikicitáty
sk.wikisource			Autor|Diskusia_k_Wikizdrojom|Diskusia_k_autorovi|Wikizdroje
sk.wiktionary			Diskusia_k_prílohe|Príloha|Wikislovník
skr.wikipedia			وکیپیڈیا
skr.wiktionary			وکشنری
sl.wikibooks			Wikiknjige
sl.wikipedia			Draft|Draft_talk|MOS|MOS_talk|Osnutek|Pogovor_o_osnutku|Pogovor_o_portalu|Portal|Wikipedija
sl.wikiquote			Wikinavedek
sl.wikisource			Wikivir
sl.wikiversity			Pogovor_o_Wikiverzi|Wikiverza
sl.wiktionary			Wikislovar
so.wikipedia			Portal|Portal_talk
sources.wikipedia			Author|Author_talk|Wikisource
spcom.wikipedia			Spcom
species.wikimedia			Wikispecies
sq.wikinews			Komentet|Komentet_diskutim|Portal|Portal_diskutim|WL|Wikilajme
sq.wikipedia			Portal|Portal_diskutim
sr.wikibooks			Викикњиге|Разговор_о_викикњигама|Разговор_о_кувару
sr.wikinews			Викиновости|Портал|Разговор_о_Викиновостима|Разговор_о_порталу
sr.wikipedia			Draft|Draft_talk|Nacrt|Razgovor_o_nacrtu|VP|Vikipedija|ВП|Википедија|Нацрт|Портал|Разговор_о_Википедији|Разговор_о_нацрту|Разговор_о_порталу
sr.wikiquote			Викицитат|Разговор_о_Викицитату
sr.wikisource			Викизворник|Додатак|Разговор_о_Викизворнику|Разговор_о_аутору|Разговор_о_додатку
sr.wiktionary			Викиречник|Додатак|Портал|Разговор_о_викиречнику|Разговор_о_додатку|Разговор_о_порталу
steward.wikipedia			Archive|Archive_talk|Case|Case_talk|Project|Proposal|Proposal_talk
strategy.wikipedia			Proposal|Proposal_talk|Strategic_Planning
su.wikipedia			Obrolan_portal|Portal
su.wikisource			Author|Author_talk|Obrolan_Pangarang|Pangarang|Wikipabukon
sv.wikinews			Portal|Portaldiskussion
sv.wikipedia			Portal|Portaldiskussion
sv.wikisource			Author_talk|Författardiskussion
sv.wikiversity			Portal|Portaldiskussion|Wikiversitydiskussion
sv.wiktionary			Appendix|Appendixdiskussion|KAT|Rimord|Rimordsdiskussion|Transwiki|Transwikidiskussion|WT-diskussion
sw.wikipedia			Lango|Majadiliano_ya_Wikichanzo|Majadiliano_ya_lango|Portal|Portal_talk|Wikichanzo
syl.wikipedia			ꠃꠁꠇꠤꠙꠤꠒꠤꠀ
sysop-it.wikipedia			WP|Wikipedia|Wikipedia_talk
szl.wikipedia			Wikipedyjo
szy.wikipedia			Wikipitiya
ta.wikibooks			விக்கிநூல்கள்
ta.wikinews			வலைவாசல்|வலைவாசல்_பேச்சு|விக்கிசெய்தி|விக்கிசெய்தி_பேச்சு
ta.wikipedia			Draft|Draft_talk|WT|வரைவு|வரைவு_பேச்சு|வலைவாசல்|வலைவாசல்_பேச்சு|விக்கிப்பீடியா|விக்கிப்பீடியா_பேச்சு
ta.wikiquote			விக்கிமேற்கோள்
ta.wikisource			Author|Author_talk|ஆசிரியர்|ஆசிரியர்_பேச்சு|விக்கிமூலம்|விக்கிமூலம்_பேச்சு
ta.wiktionary			விக்சனரி|விக்சனரி_பேச்சு
tay.wikipedia			Wikibitia
tcy.wikipedia			Draft|Draft_talk|Portal|Portal_talk|ಕರಡು|ಕರಡು_ಪಾತೆರ|ತಡ್ಯ|ತಡ್ಯ_ಪಾತೆರ|ವಿಕಿಪೀಡಿಯ
tcy.wikisource			Author|Author_talk|Portal|Portal_talk|Translate|Translate_talk|ಅನುವಾದೊ|ಅನುವಾದೊ_ಪಾತೆರ|ಬರೆಯಿನಾರೆನ_ಪಾತೆರ|ಬರೆಯಿನಾರ್|ವಿಕಿಸೋರ್ಸ್|ಸಂಪುಟ|ಸಂಪುಟೊದ_ಪಾತೆರ
tcy.wiktionary			ವಿಕ್ಷನರಿ
tdd.wikipedia			ᥝᥤᥱ_ᥑᥤᥱ_ᥚᥤᥱ_ᥖᥤᥱ_ᥕᥣᥱ
te.wikipedia			వికీపీడియా|వేదిక|వేదిక_చర్చ
te.wikiquote			Wikiquote_చర్చ|వికీవ్యాఖ్య|వికీవ్యాఖ్య_చర్చ
te.wikisource			Author_talk|ద్వారము|ద్వారము_చర్చ|పేజీ|పేజీ_చర్చ|రచయిత_చర్చ|వికీసోర్స్
te.wiktionary			Wiktionary_చర్చ|విక్షనరీ
test.wikipedia			Draft|Draft_talk|Test_namespace_1|Test_namespace_1_talk|Test_namespace_2|Test_namespace_2_talk|WT
test2.wikipedia			Author|Author_talk|Index|Index_talk|Page|Page_talk|Portal|Portal_talk
testcommons.wikipedia			Commons|Creator|Creator_talk|Institution|Institution_talk|Sequence|Sequence_talk|TimedText|TimedText_talk
tg.wikipedia			Баҳси_Лоиҳа|Баҳси_портал|Википедиа|Лоиҳа|Портал
th.wikibooks			CAT|H|SUB|Subject|Subject_talk|คุยเรื่องWikibooks|คุยเรื่องตำราอาหาร|คุยเรื่องวิกิตำรา|คุยเรื่องวิกิเยาวชน|คุยเรื่องหัวเรื่อง|วิกิตำรา|หัวเรื่อง
th.wikinews			วิกิข่าว
th.wikipedia			H|MOS|MOS_talk|WT|คุยเรื่องฉบับร่าง|คุยเรื่องสถานีย่อย|คุยเรื่องหนังสือ|ฉบับร่าง|วิกิพีเดีย|สถานีย่อย|หนังสือ
th.wikiquote			คุยเรื่องวิกิคำคม|วิกิคำคม
th.wikisource			CAT|H|P|Portal|คุยเรื่องงานแปล|คุยเรื่องผู้ประพันธ์|คุยเรื่องผู้สร้างสรรค์|คุยเรื่องสถานีย่อย|วิกิซอร์ซ|สถานีย่อย
th.wiktionary			Rhymes|Rhymes_talk|คุยเรื่องWiktionary|คุยเรื่องดัชนี|คุยเรื่องภาคผนวก|คุยเรื่องวิกิพจนานุกรม|คุยเรื่องสัมผัส|คุยเรื่องอรรถาภิธาน|ดัชนี|ภาคผนวก|วิกิพจนานุกรม|สัมผัส|อรรถาภิธาน
ti.wikipedia			ማዕጾ|ማዕጾ_ምይይጥ|ምይይጥ_ማዕጾ|ምይይጥ_ዊኪፐድያ|ዊኪፐድያ|ዊኪፔዲያ|ዊኪፔዲያ_ምይይጥ
ti.wiktionary			ምይይጥ_ዊኪ-መዝገበ-ቃላት|ዊኪ-መዝገበ-ቃላት|ዊኪ-መዝገበ-ቃላት_ምይይጥ
tig.wikipedia			ዊኪፒድያ
tk.wikipedia			Wikipediýa
tk.wiktionary			Wikisözlük
tl.wikibooks			Pagluluto|Usapang_Wikijunior|Usapang_pagluluto|Wikijunior
tl.wikipedia			Portada|Usapang_Portada
tl.wikiquote			Wikikawikaan
tl.wikisource			Author|Author_talk|Manunulat|Usapan_sa_manunulat
tl.wiktionary			Wiksiyonaryo
tly.wikipedia			Vikipedija
tok.wikipedia			Wikipesija|Wikipesija_la_toki|Word_talk|lipu_Wikipesija|lipu_Wikipesija_la_toki|nimi_la_toki|pali|pali_la_toki|toki_nimi
tr.wikibooks			K|KAT|Kitaplık|Kitaplık_tartışma|KİT|T|VK|Vikikitap|Vikiçocuk_tartışma|Y|Yemek_tartışma|Ş
tr.wikinews			Portal|Portal_tartışma|Vikihaber|Yorum|Yorum_tartışma
tr.wikipedia			K|KAT|P|Portal|Portal_tartışma|T|VP|VPR|Vikipedi|Vikiproje|Vikiproje_tartışma|Y|Ş
tr.wikiquote			K|KAT|T|VS|Vikisöz|Y|Ş
tr.wikisource			Author_talk|K|KAT|Kişi_tartışma|P|Portal|Portal_talk|Portal_tartışma|T|VK|VikiKaynak|VikiKaynak_tartışma|Vikikaynak|Y|Ş
tr.wikivoyage			K|KAT|T|VG|Vikigezgin|Y|Ş
tr.wiktionary			A|Alıntılar|Alıntılar_tartışma|Ek|Ek_tartışma|K|KAT|P|Portal|Portal_tartışma|T|VS|Vikisözlük|Y|YeniKurum|YeniKurum_tartışma|Ş
transitionteam.wikipedia			Project
trv.wikipedia			Wikipidiya
tt.wikipedia			ВП|Википедия|Портал|Портал_бәхәсе
tt.wiktionary			Викисүзлек
tyv.wikipedia			Википедия|Википедия_дугайында_сүмелел
u4c.wikipedia			Case|Case_talk
udm.wikipedia			Википедия|Википедия_сярысь_вераськон
uk.wikibooks			ВП|Вікіпідручник|Обговорення_полиці|Обговорення_рецепта|Полиця
uk.wikinews			Comments|Comments_talk|Incubator|Incubator_talk|І|Інкубатор|ВН|ВікіНовини|Вікіновини|Д|К|Коментарі|Обговорення_ВікіНовини|Обговорення_Вікіновин|Обговорення_коментарів|Обговорення_інкубатора
uk.wikipedia			ВП|Вікіпедія|Обговорення_порталу|Портал
uk.wikiquote			ВЦ|Вікіцитати
uk.wikisource			Author_talk|ВД|Вікіджерела|Обговорення_Wikisource|Обговорення_Вікіджерел|Обговорення_автора|Обговорення_архіву
uk.wikivoyage			Portal|Portal_talk|ВМ|Вікімандри|Д|К|Обговорення_порталу|П|Портал
uk.wiktionary			Індекс|ВС|Вікісловник|Додаток|Обговорення_Вікісловника|Обговорення_додатка|Обговорення_індексу
ur.wikibooks			ویکی_کتب
ur.wikipedia			Draft|Draft_talk|Portal|Portal_talk|باب|تبادلۂ_خیال_باب|تبادلۂ_خیال_مسودہ|تبادلۂ_خیال_کتاب|مسودہ|وپ|ویکیپیڈیا|ویکیپیڈیا_تبادلۂ_خیال|کتاب
ur.wikiquote			ویکی_اقتباس
ur.wikisource			Author|Author_talk|تبادلۂ_خیال_مصنف|مصنف|ویکی_ماخذ
ur.wiktionary			Citations|Citations_talk|Index|Index_talk|Reconstruction|Reconstruction_talk|Rhymes|Rhymes_talk|Sign_gloss|Sign_gloss_talk|Thesaurus|Thesaurus_talk|Transwiki|Transwiki_talk|اشاریہ|تبادلۂ_خیال_اشاریہ|تبادلۂ_خیال_تعمیر_نو|تبادلۂ_خیال_تعمیرنو|تبادلۂ_خیال_تھیسارس|تبادلۂ_خیال_حوالہ_جات|تبادلۂ_خیال_ضمیمہ|تبادلۂ_خیال_فرہنگ_اشارات|تبادلۂ_خیال_قوافی|تبادلۂ_خیال_ماورائے_ویکی|تبادلۂ_خیال_مترادفات|تبادلۂ_خیال_ول|تبادلۂ_خیال_کلید|تعمیر_نو|تعمیرنو|تھیسارس|حوالہ_جات|ضمیمہ|فرہنگ_اشارات|قوافی|ماورائے_ویکی|مترادفات|ول|ویکی_لغت|کلید
usability.wikipedia			Multimedia|Multimedia_talk|Wikipedia
uz.wikibooks			Vikikitob
uz.wikipedia			Loyiha|Loyiha_munozarasi|Portal|Portal_munozarasi|VM|VP|Vikipediya
uz.wikiquote			Vikiiqtibos
uz.wiktionary			Vikilugʻat|Vikilug‘at|Vikilug‘at_munozarasi
vec.wikipedia			Discussion_portałe|Discussion_projeto|Immagine|Portałe|Projeto
vec.wikisource			Author_talk|Discussion_autor
vec.wiktionary			Wikisionario
vep.wikipedia			Paginad_Vikipedii|Vikipedii
vi.wikibooks			Chủ_đề|Cookbook_talk|Subject|Subject_talk|Thảo_luận_Chủ_đề|Thảo_luận_Nấu_ăn|Thảo_luận_Trẻ_em|Wikijunior_talk
vi.wikipedia			Chủ_đề|Cổng_thông_tin|Thảo_luận_Chủ_đề|Thảo_luận_Cổng_thông_tin
vi.wikisource			Author_talk|Biên_dịch|Chủ_đề|Portal|Portal_talk|Thảo_luận_Biên_dịch|Thảo_luận_Chủ_đề|Thảo_luận_Tác_gia|Translation|Translation_talk
vi.wiktionary			Phụ_lục|Thảo_luận_Phụ_lục
vo.wikibooks			Vükibuks
vo.wikipedia			Vükiped
vo.wiktionary			Vükivödabuk
vote.wikipedia			Project
wa.wikisource			Author|Author_talk|Oteur|Oteur_copene|Wikisourd
wa.wiktionary			Motyince|Motyince_copene|Rawete|Rawete_copene|Sourdant|Sourdant_copene|Wiccionaire|Wiccionaire_copene
wg-en.wikipedia			WP|Wikipedia|Wikipedia_talk
wikifunctions			WF|WT|Wikifunctions|Wikifunctions_talk|ZObject|ZObject_talk
wikimania.wikipedia			2005_talk|2006_talk|2007_talk|2008_talk|2009_talk|2010_talk|2011_talk|2012_talk|2013_talk|2014_talk|2015_talk|2016_talk|2017_talk|2018_talk|2019_talk|2020_talk|2021_talk|2022_talk|2023_talk|2024_talk|2025_talk|2026_talk|2027_talk|2028_talk
wikimania2005.wikipedia			Internal|Internal_talk
wikimaniateam.wikipedia			WikimaniaTeam
wikimediafoundation			Agenda|Agenda_talk|Archive|Archive_talk|Committee|Committee_talk|Endowment|Endowment_talk|Legal|Legal_talk|Memory|Memory_talk|Minutes|Minutes_talk|Policy|Policy_talk|Resolution|Resolution_talk|Wikimedia
wuu.wikipedia			\$1_talk|Category|Category_talk|File|File_talk|Help|Help_talk|Media|MediaWiki_talk|Portal|Portal_talk|Special|T|Talk|Template|Template_talk|User|User_talk|分类|媒体|帮助|帮助讨论|文件|模块|模板|模板讨论|特殊|用户|用户讨论|维基百科|讨论
xmf.wikipedia			ვიკიპედია|ვიკიპედია_სხუნუა
yi.wikipedia			וויקיפעדיע|וויקיפעדיע_רעדן|פארטאל|פארטאל_רעדן|װיקיפּעדיע
yi.wikisource			וויקיביבליאטעק|וויקיביבליאטעק_רעדן|װיקיביבליאָטעק
yi.wiktionary			וויקיווערטערבוך|וויקיווערטערבוך_רעדן|װיקיװערטערבוך
yo.wikipedia			Book|Book_talk|Portal|Portal_talk|Èbúté|Ìwé|Ọ̀rọ̀_èbúté|Ọ̀rọ̀_ìwé
yue.wiktionary			Appendix|Appendix_talk|CAT|Index|Index_talk|T|U|索引|索引討論|維基辭典|重構|重構傾偈|附錄|附錄討論
zgh.wikipedia			ⵡⵉⴽⵉⴱⵉⴷⵢⴰ
zgh.wiktionary			ⴰⵎⵙⴳⴷⴰⵍ_ⵏ_ⵡⵉⴽⵉⵎⴰⵡⴰⵍ|ⵡⵉⴽⵉⵎⴰⵡⴰⵍ
zh-classical.wikipedia			CAT|Draft|Draft_talk|H|P|Portal|Portal_talk|T|WT|稿|維基大典|議|酌稿|門
zh-min-nan.wikipedia			Portal|Portal_talk
zh-min-nan.wikisource			Wiki_Tô·-su-kóan
zh-yue.wikipedia			\$1_talk|\$1_傾偈|Category|Category_talk|File|File_talk|H|Help|Help_talk|Media|MediaWiki_talk|MediaWiki_傾偈|P|Portal|Portal_talk|Special|T|Talk|Template|Template_talk|User|User_talk|WT|傾偈|分類|分類傾偈|媒體|幫手|幫手傾偈|文件|文件傾偈|模|模傾偈|特別|用戶|用戶傾偈
zh.wikibooks			CAT|SB|Subject|Subject_talk|Transwiki|Transwiki_talk|WJ|Wikijunior|Wikijunior_talk|书架|書架|維基兒童|維基教科書|维基儿童|维基教科书
zh.wikinews			CAT|H|Portal|Portal_talk|T|U|UT|頻道|頻道討論|频道|频道讨论
zh.wikipedia			CAT|Draft|Draft_talk|H|MOS|MOS_talk|P|PJ|PJT|Portal|Portal_talk|T|U|UT|WPJ|WPJT|WT|WikiProject|WikiProject_talk|专题|专题对话|专题讨论|主題|主題對話|主題討論|主题|主题对话|主题讨论|專題|專題對話|專題討論|維基專題|維基專題對話|維基專題討論|維基百科|維基百科對話|維基百科討論|维基专题|维基专题对话|维基专题讨论|维基百科|维基百科对话|维基百科讨论|草稿
zh.wikiquote			CAT|H|T|Transwiki|Transwiki_talk|U|UT|WT
zh.wikisource			Author_talk|CAT|Portal|Portal_talk|Translation_talk|Transwiki|Transwiki_talk|作者討論|作者讨论|翻譯討論|翻译讨论
zh.wikiversity			CAT|Experiment_talk|H|Lesson_talk|Portal_talk|School_talk|Subject_talk|T|Transwiki|Transwiki_talk|U|UT|WT|学科讨论|学部讨论|学院讨论|學科討論|學部討論|學院討論|实验讨论|實驗討論|系討論|系讨论|維基學院|維基學院討論|维基学院|维基学院讨论|課程討論|课程讨论|院系討論|院系讨论
zh.wikivoyage			CAT|H|T|Transwiki|Transwiki_talk|U|UT|WT|維基導遊|维基导游
zh.wiktionary			Appendix|Appendix_talk|CAT|Citations|Citations_talk|RC|Reconstruction|Reconstruction_talk|Rhymes|Rhymes_talk|T|Thesaurus|Thesaurus_talk|Transwiki|Transwiki_talk|引文|引文討論|引文讨论|詞庫|詞庫討論|词库|词库讨论|重建|重建討論|重建讨论|重构|重构讨论|重構|重構討論|附录|附录讨论|附錄|附錄討論|韵部|韵部讨论|韻部|韻部討論
`;
