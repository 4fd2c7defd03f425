/**
 * Titles of well-known articles by the language or the site that they belong to, parted by `|` and
 * with spaces for `_`; roughly the best known first.
 */
export const SAMPLE_TITLES: Readonly<Record<string, string>> = {
  en: `
    Albert Einstein | YouTube | Google | World War II | Taylor Swift | Freddie Mercury | Facebook |
    Elizabeth II | Cristiano Ronaldo | Lionel Messi | United States | India | The Beatles |
    Michael Jackson | Leonardo da Vinci | World War I | ChatGPT | Python (programming language) |
    "Weird Al" Yankovic | Marie Curie | Game of Thrones | Breaking Bad | Star Wars | Titanic |
    New York City | London | Elvis Presley | Muhammad Ali | Isaac Newton | Nikola Tesla |
    Ada Lovelace | Alan Turing | Stephen Hawking | Charles Darwin | Galileo Galilei |
    William Shakespeare | Jane Austen | Charles Dickens | Agatha Christie | J. R. R. Tolkien |
    The Lord of the Rings | Harry Potter | Sherlock Holmes | Batman | Spider-Man | Superman |
    Marvel Cinematic Universe | List of Marvel Cinematic Universe films | The Godfather |
    Pulp Fiction | The Dark Knight | Inception | Interstellar (film) | The Matrix | Blade Runner |
    2001: A Space Odyssey | Alien (film) | Jurassic Park (film) | Back to the Future | E.T. the Extra-Terrestrial |
    The Simpsons | Friends | Seinfeld | The Office (American TV series) | Doctor Who | Sesame Street |
    M*A*S*H (TV series) | Twin Peaks | The X-Files | Stranger Things | The Sopranos | The Wire |
    Queen (band) | Led Zeppelin | Pink Floyd | The Rolling Stones | Nirvana (band) | Radiohead |
    AC/DC | Metallica | Guns N' Roses | U2 | Bob Marley | David Bowie | "Heroes" (David Bowie album) |
    Prince (musician) | Madonna | Beyoncé | Eminem | Kendrick Lamar | Billie Eilish | Adele |
    Johann Sebastian Bach | Ludwig van Beethoven | Wolfgang Amadeus Mozart | Frédéric Chopin |
    Vincent van Gogh | Pablo Picasso | Frida Kahlo | Claude Monet | Mona Lisa | The Starry Night |
    Ancient Rome | Roman Empire | Ancient Egypt | Ancient Greece | Ottoman Empire | British Empire |
    French Revolution | American Civil War | Cold War | Vietnam War | Industrial Revolution |
    Renaissance | Middle Ages | Black Death | Silk Road | Byzantine Empire | Mongol Empire |
    Julius Caesar | Cleopatra | Alexander the Great | Genghis Khan | Napoleon | Joan of Arc |
    George Washington | Abraham Lincoln | John F. Kennedy | Nelson Mandela | Mahatma Gandhi |
    Martin Luther King Jr. | Winston Churchill | Queen Victoria | Henry VIII | Catherine the Great |
    United Kingdom | Canada | Australia | Germany | France | Japan | China | Brazil | Mexico | Italy |
    Spain | Turkey | South Korea | Indonesia | Nigeria | South Africa | Egypt | Greece | Ireland |
    New Zealand | Switzerland | Singapore | Hong Kong | Paris | Tokyo | Los Angeles | Chicago |
    San Francisco | Washington, D.C. | Rome | Istanbul | Mumbai | Dubai | Sydney | Toronto |
    Earth | Moon | Sun | Mars | Jupiter | Saturn | Pluto | Solar System | Milky Way | Black hole |
    Big Bang | Universe | Speed of light | General relativity | Quantum mechanics | E (mathematical constant) |
    Pi | Prime number | Fibonacci sequence | Pythagorean theorem | Calculus | Linear algebra |
    Standard deviation | Normal distribution | Bayes' theorem | Game theory | Prisoner's dilemma |
    DNA | Evolution | Photosynthesis | Human brain | Heart | Immune system | Vaccine | Penicillin |
    Periodic table | Water | Gold | Oxygen | Carbon | Hydrogen | Uranium | Climate change |
    Dinosaur | Tyrannosaurus | Blue whale | Great white shark | Giant panda | Capybara | Axolotl |
    Honey badger | Cat | Dog | Elephant | Tiger | Lion | Octopus | Platypus | Red panda |
    Coffee | Tea | Chocolate | Pizza | Sushi | Bread | Banana | Tomato | Olive oil | Cheese |
    Association football | FIFA World Cup | Premier League | Olympic Games | Cricket | Basketball |
    Tennis | Formula One | Chess | Roger Federer | Serena Williams | Michael Jordan | Diego Maradona |
    Pelé | Usain Bolt | Tour de France | Mount Everest | Great Barrier Reef | Grand Canyon |
    Amazon rainforest | Sahara | Antarctica | Pacific Ocean | Nile | Mississippi River |
    Linux | Unix | Git | JavaScript | C++ | C (programming language) | Java (programming language) |
    Rust (programming language) | SQL | Unicode | UTF-8 | HTTP 404 | World Wide Web | Internet |
    Artificial intelligence | Machine learning | Large language model | Computer | Transistor |
    "Hello, World!" program | Bitcoin | Wikipedia | Internet Archive | OpenStreetMap | Apollo 11 |
    Neil Armstrong | Hubble Space Telescope | James Webb Space Telescope | Voyager 1 | Sputnik 1 |
    International Space Station | 0 | 42 (number) | 1 | Year 2000 problem | .NET | -ism | @midnight`,
  de: `
    Deutschland | Berlin | Johann Wolfgang von Goethe | Albert Einstein | Tatort (Fernsehreihe) |
    Wolfgang Amadeus Mozart | Zweiter Weltkrieg | Hamburg | München | Österreich | Schweiz | Wien |
    Angela Merkel | Friedrich Schiller | Ludwig van Beethoven | Johann Sebastian Bach | Köln |
    Frankfurt am Main | Bundesliga | FC Bayern München | Borussia Dortmund | Martin Luther |
    Immanuel Kant | Friedrich Nietzsche | Karl Marx | Hermann Hesse | Thomas Mann | Franz Kafka |
    Sophie Scholl | Otto von Bismarck | Berliner Mauer | Deutsche Wiedervereinigung | Erster Weltkrieg |
    Römisches Reich | Europäische Union | Bundestag | Grundgesetz für die Bundesrepublik Deutschland |
    Alpen | Rhein | Nordsee | Ostsee | Zugspitze | Schwarzwald | Liste der Länder der Erde | Mond |
    Sonne | Klimawandel | Photosynthese | Periodensystem | Quantenmechanik | Gefahr | Brot | Bier |
    Käse | Kaffee | Igel | Eichhörnchen | Rotkehlchen | Wolf | Maikäfer | Dackel | Die Ärzte |
    Die Toten Hosen | Rammstein | Herbert Grönemeyer | Nena | 99 Luftballons | Dinner for One |
    Das Boot (Film) | Dark (Fernsehserie) | Babylon Berlin | Sendung mit der Maus | Loriot |
    Steffi Graf | Boris Becker | Michael Schumacher | Franz Beckenbauer | Manuel Neuer | Straße |
    Fußball | Fußball-Weltmeisterschaft | Handball | Skat | Schach | Duden | ß | Umlaut |
    Eierlegende Wollmilchsau | Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft |
    Dresden | Leipzig | Stuttgart | Nürnberg | Bremen | Zürich | Bern | Salzburg | Graz`,
  fr: `
    France | Paris | Victor Hugo | Napoléon Ier | Zinédine Zidane | Kylian Mbappé | Molière |
    Révolution française | Louis XIV | Charles de Gaulle | Seconde Guerre mondiale | Marie Curie |
    Antoine de Saint-Exupéry | Le Petit Prince | Astérix | Tintin | Albert Camus | Jules Verne |
    Voltaire | Jean-Jacques Rousseau | Simone de Beauvoir | Simone Veil | Coco Chanel | Édith Piaf |
    Johnny Hallyday | Jacques Brel | Serge Gainsbourg | Stromae | Céline Dion | Daft Punk | Angèle |
    Tour Eiffel | Château de Versailles | Mont-Saint-Michel | Musée du Louvre | Cathédrale Notre-Dame de Paris |
    Lyon | Marseille | Bordeaux | Toulouse | Nantes | Strasbourg | Bretagne | Corse | La Réunion |
    Belgique | Suisse | Québec | Algérie | Maroc | Tunisie | Sénégal | Madagascar | Haïti |
    Tour de France | Équipe de France de football | Coupe du monde de football | Roland-Garros |
    Première Guerre mondiale | Jeanne d'Arc | Henri IV (roi de France) | Vercingétorix | Charlemagne |
    Louis de Funès | La Grande Vadrouille | Intouchables (film) | Le Fabuleux Destin d'Amélie Poulain |
    Kaamelott | Baguette (pain) | Croissant (viennoiserie) | Fromage | Vin | Champagne (vin) | Crêpe |
    L'Étranger | Les Misérables | Le Comte de Monte-Cristo | À la recherche du temps perdu | Œuf |
    Alphabet grec | Nombre d'or | Théorème de Pythagore | Système solaire | Tableau périodique des éléments |
    Hérisson | Écureuil roux | Loup | Coq gaulois | Été | Noël | 14 juillet | Mai 68`,
  es: `
    España | México | Argentina | Miguel de Cervantes | Don Quijote de la Mancha | Lionel Messi |
    Gabriel García Márquez | Cien años de soledad | Frida Kahlo | Diego Maradona | Simón Bolívar |
    Colombia | Perú | Chile | Venezuela | Ecuador | Cuba | Madrid | Barcelona | Buenos Aires |
    Ciudad de México | Bogotá | Real Madrid Club de Fútbol | Fútbol Club Barcelona | Rafael Nadal |
    Shakira | Bad Bunny | Rosalía | Luis Miguel | Juan Gabriel | Mafalda | El Chavo del 8 |
    Roberto Gómez Bolaños | Jorge Luis Borges | Julio Cortázar | Pablo Neruda | Federico García Lorca |
    Isabel Allende | Octavio Paz | Salvador Dalí | Pablo Picasso | Antoni Gaudí | La casa de papel |
    Imperio inca | Cultura maya | Mexica | Hernán Cortés | Cristóbal Colón | Guerra civil española |
    Revolución mexicana | Emiliano Zapata | Eva Perón | Ernesto Guevara | Copa América |
    Copa Mundial de Fútbol | Machu Picchu | Río Amazonas | Cordillera de los Andes | Desierto de Atacama |
    Tabla periódica de los elementos | Sistema solar | Fotosíntesis | Célula | Agua | ¿Quién quiere ser millonario? |
    Ñ | Año bisiesto | Niño | Día de Muertos | Tango | Flamenco | Paella | Tortilla de patatas | Asado`,
  ja: `
    日本 | 東京都 | 大谷翔平 | 織田信長 | 徳川家康 | 豊臣秀吉 | 坂本龍馬 | 夏目漱石 | 宮崎駿 | 千と千尋の神隠し |
    となりのトトロ | ドラえもん | ONE PIECE | 鬼滅の刃 | 名探偵コナン | 新世紀エヴァンゲリオン | ポケットモンスター |
    ドラゴンボール | 機動戦士ガンダム | ゴジラ | 任天堂 | ゼルダの伝説 | スーパーマリオブラザーズ | 紫式部 | 源氏物語 |
    枕草子 | 吾輩は猫である | 芥川龍之介 | 太宰治 | 三島由紀夫 | 村上春樹 | 黒澤明 | 七人の侍 | 北野武 | 志村けん |
    美空ひばり | 宇多田ヒカル | 米津玄師 | YOASOBI | 東海道新幹線 | 富士山 | 京都市 | 大阪市 | 北海道 | 沖縄県 |
    広島市 | 奈良時代 | 江戸時代 | 明治維新 | 第二次世界大戦 | 天皇 | 内閣総理大臣 | 東京タワー | 東京スカイツリー |
    大相撲 | 高校野球 | 将棋 | 藤井聡太 | 羽生結弦 | イチロー | 寿司 | ラーメン | 味噌汁 | 納豆 | 日本酒 | 桜 |
    柴犬 | ネコ | タヌキ | 吉野家 | 渋谷区 | 山手線 | 地震 | 台風 | 元素の一覧 | 円周率 | アルベルト・アインシュタイン |
    アメリカ合衆国 | 中華人民共和国 | 大韓民国 | フランス | ドイツ | ビートルズ | スター・ウォーズ・シリーズ`,
  zh: `
    中国 | 中华人民共和国 | 台灣 | 香港 | 北京市 | 上海市 | 秦始皇 | 孔子 | 老子 | 李白 | 杜甫 | 苏轼 | 唐朝 | 宋朝 |
    明朝 | 清朝 | 三国演义 | 红楼梦 | 西游记 | 水浒传 | 孫中山 | 周杰倫 | 鄧麗君 | 李小龍 | 周星馳 | 金庸 | 鲁迅 | 张爱玲 |
    三体 | 长城 | 故宫 | 黄河 | 长江 | 珠穆朗玛峰 | 臺北市 | 高雄市 | 臺北101 | 新加坡 | 日本 | 美国 | 汉字 | 普通话 | 粤语 |
    第二次世界大战 | 辛亥革命 | 大熊貓 | 春节 | 中秋节 | 茶 | 饺子 | 火锅 | 麻将 | 围棋 | 乒乓球 | 姚明 | 勾股定理 | 圆周率 |
    元素周期表 | 太阳系 | 黑洞 | 人工智能 | 鬼滅之刃 | 原神 | 哆啦A夢`,
  ru: `
    Россия | Москва | Пушкин, Александр Сергеевич | Толстой, Лев Николаевич | Война и мир | Санкт-Петербург |
    Достоевский, Фёдор Михайлович | Преступление и наказание | Чехов, Антон Павлович | Мастер и Маргарита |
    Булгаков, Михаил Афанасьевич | Гагарин, Юрий Алексеевич | Пётр I | Екатерина II | Иван Грозный |
    Ломоносов, Михаил Васильевич | Менделеев, Дмитрий Иванович | Периодическая система химических элементов |
    Чайковский, Пётр Ильич | Высоцкий, Владимир Семёнович | Цой, Виктор Робертович | Кино (группа) |
    Союз Советских Социалистических Республик | Великая Отечественная война | Вторая мировая война |
    Ну, погоди! | Чебурашка | Ёжик в тумане | Бриллиантовая рука | Ирония судьбы, или С лёгким паром! |
    Байкал | Волга | Эльбрус | Сибирь | Камчатка | Транссибирская магистраль | Московский метрополитен |
    Казань | Новосибирск | Екатеринбург | Казахстан | Армения | Грузия | Белоруссия | Узбекистан |
    Шахматы | Каспаров, Гарри Кимович | Яшин, Лев Иванович | Солнечная система | Луна | Спутник-1 |
    Борщ | Пельмени | Самовар | Матрёшка | Кириллица | Ъ | Медведь | Кошка | Амурский тигр | Число пи`,
  ar: `
    مصر | السعودية | القرآن | محمد | القاهرة | المغرب | الجزائر | العراق | سوريا | تونس | لبنان | فلسطين | الأردن |
    نجيب محفوظ | أم كلثوم | فيروز | عبد الحليم حافظ | محمد صلاح | رياض محرز | ابن سينا | ابن خلدون | ابن بطوطة |
    محمد بن موسى الخوارزمي | الحسن بن الهيثم | صلاح الدين الأيوبي | هارون الرشيد | ألف ليلة وليلة | أبو الطيب المتنبي |
    محمود درويش | نزار قباني | الأهرامات | أبو الهول | البتراء | المسجد الحرام | المسجد الأقصى | مكة المكرمة |
    نهر النيل | الصحراء الكبرى | الأندلس | قصر الحمراء | الدولة العباسية | الدولة العثمانية | كأس العالم |
    ليونيل ميسي | كريستيانو رونالدو | قهوة عربية | كسكس | تمر | جمل عربي | خط عربي | لغة عربية | جبر | صفر`,
  he: `
    ישראל | ירושלים | תל אביב-יפו | צה"ל | דוד בן-גוריון | גולדה מאיר | תנ"ך | חיים נחמן ביאליק | נעמי שמר |
    אריק איינשטיין | עוזי חיטמן | ארה"ב | חיפה | ים המלח | הכנרת | מצדה | אילת | רמטכ"ל | פסח | חנוכה | פורים |
    רמב"ם | רש"י | הרצל, בנימין זאב | אלברט איינשטיין | לאה גולדברג | עמוס עוז | עופרה חזה | כוורת (להקה) |
    הגשש החיוור | מכבי תל אביב | פלאפל | חומוס | שקשוקה | גמל | אלפבית עברי`,
  hi: `
    भारत | महात्मा गांधी | हिन्दी | दिल्ली | मुम्बई | जवाहरलाल नेहरू | भीमराव आम्बेडकर | सुभाष चन्द्र बोस | भगत सिंह |
    रामायण | महाभारत | श्रीमद्भगवद्गीता | कबीर | तुलसीदास | प्रेमचंद | रवीन्द्रनाथ ठाकुर | सचिन तेंदुलकर | विराट कोहली |
    अमिताभ बच्चन | शाहरुख़ ख़ान | लता मंगेशकर | ताज महल | गंगा नदी | हिमालय | अशोक | अकबर | शिवाजी | रानी लक्ष्मीबाई |
    भारत का संविधान | दीपावली | होली | योग | क्रिकेट | कमल | बाघ | मोर | समोसा | चाय | संस्कृत भाषा | शून्य`,
  ko: `
    대한민국 | 서울특별시 | 세종대왕 | 이순신 | 한글 | 방탄소년단 | 블랙핑크 | 손흥민 | 김연아 | 봉준호 | 기생충 (영화) |
    오징어 게임 | 조선 | 고려 | 신라 | 고구려 | 백제 | 제주도 | 부산광역시 | 인천국제공항 | 한강 (작가) | 한강 | 설악산 |
    백두산 | 훈민정음 | 거북선 | 경복궁 | 김치 | 불고기 | 비빔밥 | 떡볶이 | 태권도 | 한국 전쟁 | 일본 | 중화인민공화국 |
    스타크래프트 | 페이커 | 아이유 | 뉴진스 | 서태지와 아이들 | 윤동주 | 안중근 | 유관순 | 진돗개 | 호랑이 | 까치`,
  pt: `
    Brasil | Portugal | Lisboa | Rio de Janeiro | São Paulo | Machado de Assis | Dom Casmurro | Fernando Pessoa |
    Luís de Camões | Os Lusíadas | José Saramago | Clarice Lispector | Carlos Drummond de Andrade | Pelé |
    Ayrton Senna | Cristiano Ronaldo | Neymar | Marta (futebolista) | Santos Dumont | Tiradentes | Pedro Álvares Cabral |
    Vasco da Gama | Dom Pedro II do Brasil | Zumbi dos Palmares | Amazônia | Brasília | Salvador | Porto | Angola |
    Moçambique | Cabo Verde | Caetano Veloso | Gilberto Gil | Tom Jobim | Garota de Ipanema | Amália Rodrigues | Fado |
    Samba | Capoeira | Feijoada | Pastel de nata | Bacalhau | Turma da Mônica | Cidade de Deus (filme) | Carnaval |
    Clube de Regatas do Flamengo | Sport Lisboa e Benfica | Copa do Mundo FIFA | Revolução dos Cravos | Onça-pintada`,
  it: `
    Italia | Roma | Milano | Dante Alighieri | Divina Commedia | Leonardo da Vinci | Michelangelo Buonarroti |
    Alessandro Manzoni | I promessi sposi | Giacomo Leopardi | Galileo Galilei | Giuseppe Garibaldi | Impero romano |
    Gaio Giulio Cesare | Firenze | Venezia | Napoli | Torino | Palermo | Sicilia | Vesuvio | Etna | Pompei | Colosseo |
    Sofia Loren | Federico Fellini | La dolce vita | Ennio Morricone | Fabrizio De André | Lucio Dalla | Måneskin |
    Juventus Football Club | Diego Armando Maradona | Francesco Totti | Valentino Rossi | Jannik Sinner |
    Scuderia Ferrari | Festival di Sanremo | Umberto Eco | Il nome della rosa | Italo Calvino | Primo Levi | Pinocchio |
    Se questo è un uomo | Città del Vaticano | Papa | Pizza | Carbonara | Tiramisù | Caffè espresso | Perché | È`,
  simple: `
    Earth | Water cycle | Photosynthesis | World War II | Water | Sun | Cat | Dog | Volcano | Dinosaur | Pizza |
    List of U.S. states | Continent | Albert Einstein | Prime number | Democracy | Rainbow | Atom | Cell | Moon`,
  "be-tarask": `
    Беларусь | Менск | Янка Купала | Якуб Колас | Францішак Скарына | Белавеская пушча | Вялікае Княства Літоўскае |
    Дранікі | Бусел | Васіль Быкаў`,
  "zh-min-nan": `
    Tâi-oân | Tâi-pak-chhī | Bân-lâm-gí | Pe̍h-ōe-jī | Ji̍t-pún | Tē-kiû | Gio̍k-san | Lâm-tâu-koān`,
  commons: `
    Category:Featured pictures on Wikimedia Commons | File:The Blue Marble.jpg | File:Tux.svg |
    File:Mona Lisa, by Leonardo da Vinci, from C2RMF retouched.jpg | File:Great Wave off Kanagawa2.jpg |
    File:Van Gogh - Starry Night - Google Art Project.jpg | File:Pale Blue Dot.png | Category:Maps of the world |
    File:Flag of Ukraine.svg | File:Flag of the United Kingdom.svg | File:Flag of Japan.svg | Commons:Licensing |
    File:World map blank without borders.svg | Category:SVG flags by country | Commons:Featured pictures |
    File:Earthrise.jpg | File:Periodic table large.svg | Commons:Picture of the Year | Category:Cats | Category:Sunsets |
    File:Solar sys.jpg | Category:Eiffel Tower | File:Tour Eiffel Wikimedia Commons.jpg | Commons:Upload |
    Category:Botanical illustrations | File:Human skeleton front en.svg | Category:Cathedrals | Atlas of the world`,
  "www.wd": `
    Q42 | Q1 | Q5 | Q64 | Q30 | Q937 | Q2 | Q146 | Q11424 | Q33506 | Q515 | Property:P31 | Property:P569 | Property:P18 |
    Wikidata:Introduction | Wikidata:SPARQL query service/queries/examples | Help:Items | Wikidata:Tours | Q13442814 |
    Property:P625 | Q243 | Q7186 | Q7259 | Q8023 | Q76 | Q22686 | Q9682 | Q1339 | Q255`,
  "www.w": `
    Help:Formatting | Help:Tables | Help:Links | Help:Images | API:Main page | Manual:Installation guide | Download |
    Extension:VisualEditor | Manual:LocalSettings.php | Help:Templates | Extension:Scribunto/Lua reference manual`,
  "en.d": `
    serendipity | defenestration | petrichor | hello | the | schadenfreude | quixotic | sonder | ubiquitous | onomatopoeia |
    antidisestablishmentarianism | pulchritude | mu | set | run | cat | -ology | in medias res | carpe diem | per se |
    Appendix:Glossary | water | love | Thursday | ephemeral | zeitgeist | déjà vu | naïve | 水 | ñ | et cetera | &c. |
    Reconstruction:Proto-Indo-European/wódr̥ | Category:English lemmas | "`,
  "de.d":
    `Haus | gehen | Schadenfreude | Fernweh | Brot | seit | seid | Gemütlichkeit | das | dass | Straße | laufen`,
  "fr.d":
    `chat | bonjour | être | avoir | œil | dépaysement | flâner | hélas | oui | ça | aujourd’hui | yaourt`,
  "de.s":
    `Faust. Der Tragödie erster Teil | Der Erlkönig | Kinder- und Haus-Märchen | Struwwelpeter`,
  "en.s": `
    The Raven (Poe) | United States Declaration of Independence | Constitution of the United States of America |
    Pride and Prejudice | Sonnet 18 | The Yellow Wallpaper | Ozymandias (Shelley) | 1911 Encyclopædia Britannica |
    Gettysburg Address (Bliss copy) | A Study in Scarlet | "Hope" is the thing with feathers`,
  "en.voy": `
    Japan | London | New York City | Iceland | Lisbon | Interrail | Trans-Siberian Railway | Pickpockets | Kyoto |
    Packing for a week of hiking | Patagonia | Istanbul | Phrasebooks | Antarctica`,
  "en.b":
    `Cookbook:Pancake | Cookbook:Bread | C Programming | LaTeX | LaTeX/Mathematics | Haskell | Chess | Blender 3D`,
  "en.q":
    `Albert Einstein | Mark Twain | The Princess Bride | Oscar Wilde | Blade Runner | Dune | "Weird Al" Yankovic | Yogi Berra`,
  "en.n":
    `Wikinews:Water cooler | Category:Science and technology | Category:Space | Category:Sports`,
  "meta.m":
    `Wikimedia Foundation | List of Wikipedias | Tech/News | Wikimedia movement | Terms of use`,
  "species.m": `Homo sapiens | Panthera leo | Felis catus | Aves | Ginkgo biloba | Carl Linnaeus`,
  "":
    `Z801 | Z10070 | Z811 | Z12899 | Z13587 | Z10000 | Wikifunctions:Introduction | Z6 | Z40 | Z60`,
};
