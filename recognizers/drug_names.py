"""Drugs by their names, generic and usual Canadian brands, as patterns over folded lower-case text. Add to them freely.

One pattern a name, separated by white space; `_` stands for a space inside one. Each begins with three plain letters (or
with a whole shorter word), by which the recognizer finds where to try it.
"""

from __future__ import annotations

from typing import Final

#: Generic names and Canadian brands.
_KNOWN: Final = """
    abilify abraxane acamprosate acarbose accupril accutane acetaminophene? aciclovir acide_valproique acitretine?
    aclasta actemra activelle actonel actos acyclovir adalat adalimumab adderall adempas admelog adriamycine? adtralza
    advagraf advair advil aerius afinitor aggrenox aimovig airomir ajovy aldactone aldurazyme alecensa alendronate
    alertec alesse aleve alkeran allerject allopurinol alphagan alprazolam altace alunbrig alvesco alyftrek amantadine
    amaryl amerge amgevita amiodarone amitriptyline amlodipine amoxicilline? ampicilline? anafranil anastrozole
    androgel angiox anoro antabuse antibiotics? antibiotiques? anticoagulants? antidepressants? antidepresseurs?
    antihistaminiques? anti-?inflammatoires? anti-?inflammator(?:y|ies) antipsychotiques? anxiolytiques? apidra
    apixaban apretude aranesp arava aricept arimidex aripiprazole arixtra arnuity aromasin artane arthrotec asacol
    aspirine? atacand atarax atenolol ativan atorvastatine? atripla atrovent aubagio avamys avandia avapro avastin
    avelox avodart avonex axert azarga azathioprine azilect azithromycine? azopt azulfidine baclofene? bactrim
    baraclude baricitinib basaglar belbuca benadryl benlysta bentylol benzaclin benzodiazepines? benztropine beovu
    besponsa beta-?blockers? beta-?bloquants? betahistine betaloc betaseron bevacizumab biaxin biktarvy bimzelx
    biphentin birth_control bisoprolol blood_thinners? bosentan bosulif botox braftovi breo brexpiprazole bricanyl
    brilinta brintellix briviact bromazepam budesonide buprenorphine bupropion burinex buscopan buspar buspirone
    butrans bydureon byetta cabenuva cabometyx caduet cafergot calcitonine? calquence campral canagliflozine?
    candesartan canesten capecitabine captopril carbamazepine carbolith carboplatine? cardizem cardura cariprazine
    caripul carvedilol casodex catapres caverject cayston ceftin cefuroxime cefzil celebrex celexa cellcept
    cephalexine? cerezyme certolizumab cesamet cetirizine champix chemo chemotherapy chimio chimiotherapie cialis
    ciclosporine cimzia cinqair cipralex cipro ciprofloxacine? cisplatine? citalopram clarithromycine? claritin
    clavulin climara clindamycine? clindoxyl clomid clomipramine clonazepam clonidine clopidogrel clopixol clozapine
    codeine cogentin colchicine combigan combivent combivir complera comtan concerta constella contraceptifs? contrave
    copaxone cordarone coreg corgard corlanor cortef corticosteroides? cortiment cortisone cosentyx cosopt cotazym
    coumadin coversyl cozaar creon crestor crysvita cyclobenzaprine cyclophosphamide cyclosporine cymbalta cyramza
    cystagon cytomel cytotec cytoxan dabigatran dalacin daliresp dalmane dapagliflozine? darzalex dayvigo ddavp
    decadron delatestryl delstrigo demerol denosumab depakene depo-provera descovy desvenlafaxine desyrel detrol
    dexamethasone dexedrine dexilant dialyse dialysis diamicron diazepam dicetel diclofenac didrocal differin diflucan
    digoxine? dilantin dilaudid diltiazem diovan ditropan divalproex dolutegravir domperidone donepezil dovato dovobet
    doxepine? doxycycline duaklir duavive dulaglutide duloxetine duotrav dupixent duralith dutasteride dymista dysport
    ebglyss ebixa edarbi edoxaban edurant effexor effient elaprase elavil elelyso elidel eliquis elmiron eltroxin
    emerade emgality empagliflozine? empracet emtricitabine enablex enalapril enbrel enhertu enstilar entocort
    entresto entuzity entyvio envarsus epclusa epipen epival epivir eprex epuris erbitux erleada erythromycine?
    esbriet escitalopram eslon esomeprazole estrace estradiol estradot estrogel etanercept ethambutol etoposide
    eucrisa evenity evista evrysdi exelon exemestane exforge exjade eylea ezetimibe ezetrol fabrazyme famotidine
    fampyra fasenra faslodex febuxostat feldene felodipine femara fentanyl feraheme feramax ferriprox fetzima fiasp
    finasteride firmagon flagyl flecainide flexeril flomax flonase florinef flovent fluanxol fluconazole
    fluorouracile? fluoxetine fluticasone fluvastatine? focalin folfiri folfox foquest foradil formoterol forteo
    forxiga fosamax fosfomycine? fosinopril fosrenol fragmin frisium furosemide fycompa gabapentine? galafold
    galantamine gazyva genotropin genvoya geodon gilenya gilotrif gleevec gliclazide glimepiride gluconorm glucophage
    glyburide glyxambi golimumab gonal-f gravol guanfacine guselkumab hadlima halcion haldol haloperidol harvoni hctz
    hemlibra heparine? hepsera herceptin hormonotherapie hulio humalog humatrope humira humulin hydralazine hydrea
    hydrochlorothiazide hydrocortisone hydromorphone hydroxychloroquine hydroxyurea hydroxyuree hyrimoz hytrin hyzaar
    ibrance ibrutinib ibuprofene? iclusig idacio ilaris ilumya imatinib imbruvica imcivree imdur imfinzi imipramine
    imitrex immunotherapie immunotherapy imodium imovane imuran incruse indapamide inderal indocid indomethacin
    indomethacine? inflectra infliximab inlyta innohep inrebic inspiolto inspra insuline? intelence intuniv invega
    invokana irbesartan iressa isentress isoniazide? isoptin isordil ivabradine ivermectine? jadenu jakavi jalyn
    janumet januvia jardiance jaydess jentadueto jinarc juluca jurnista juxtapid kadcyla kadian kaletra kalydeco
    keflex keppra kerendia kesimpta ketamine ketoprofene? ketorolac kevzara keytruda kineret kisqali kivexa komboglyze
    krystexxa kuvan kyleena kyprolis lacosamide lactulose lamictal lamisil lamotrigine lanoxin lansoprazole lantus
    largactil lasix latuda lectopam leflunomide lemtrada lenalidomide lenvima leqvio lescol letrozole leukeran
    levaquin levemir levetiracetam levitra levodopa levofloxacine? levonorgestrel levothyroxine linagliptine?
    linezolid lioresal lipidil lipitor liraglutide lisinopril lithane lithium lixiana lomotil lonsurf lopressor
    loratadine lorazepam lorbrena losartan losec lotensin lovenox lozide lucentis lumigan lupron lurasidone luvox
    lynparza lyrica macrobid malarone manerix marinol marvelon mavenclad mavik maviret maxalt mayzent medrol
    mefloquine mekinist mektovi melatonine? meloxicam memantine meperidine mercaptopurine metformine? methadone
    methotrexate methylphenidate metoclopramide metoject metolazone metoprolol mevacor mezavant miacalcin micardis
    minipress minirin minocine minocycline mirabegron mirapex mirena mirtazapine misoprostol mobicox moclobemide
    modafinil modecate modulon monistat monoferric monopril montelukast monurol morphine motegran motrin mounjaro
    movantik moxifloxacine? ms_contin multaq mycophenolate myfembree myfortic myleran myozyme myrbetriq mysoline
    nabilone nadolol naglazyme naloxone naltrexone naprosyn naproxene? narcotiques? nardil nasonex neoral nerlynx
    neulasta neupogen neupro neurontin nexavar nexium nexplanon nexviazyme nicoderm nifedipine ninlaro nitisinone
    nitoman nitrofurantoine? nitroglycerine? nivolumab norditropin nortriptyline norvasc novolin novorapid nozinan
    nplate nubeqa nucala nucynta nurtec nuvaring nystatine? ocaliva ocrevus octreotide odefsey ofev olanzapine
    olmesartan olmetec olumiant omeprazole omnaris omnitrope omvoh onbrez onglyza onpattro opdivo opioides? opioids?
    opsumit opzelura orencia orfadin orilissa orkambi oseltamivir otezla oxaliplatine? oxazepam oxcarbazepine
    oxybutynine? oxycodone oxycontin oxyneo ozempic painkillers? palafer paliperidone palynziq pantoloc pantoprazole
    pariet parnate paroxetine paxil paxlovid pegasys pembrolizumab penicilline? pentasa pepcid percocet perindopril
    perjeta phenobarbital phenytoine? phesgo pifeltro pilule_contraceptive piqray piroxicam plaquenil plavix plegridy
    pomalyst ponvory pradaxa praluent pramipexole prandase pravachol pravastatine? prednisone pregabaline? premarin
    prep prevacid prezcobix prezista primidone prinivil pristiq progesterone prograf prolia prolopa promacta
    prometrium propafenone propranolol propylthiouracil proscar protopic provera provigil prozac pulmicort pulmozyme
    puregon purinethol qtern questran quetiapine quinapril qulipta qvar rabeprazole radicava radiotherapie
    radiotherapy ralivia raloxifene ramipril ranitidine rapamune ravicti reactine rebif relenza relistor relpax
    remeron remicade reminyl remodulin remsima renagel renflexis renvela repaglinide repatha requip resotran restasis
    restoril retevmo revatio revia revlimid revolade rexulti rifampine? rilutek riluzole rinvoq risankizumab
    risedronate risperdal risperidone ritalin rituxan rituximab rivaroxaban rivotril rizatriptan robaxacet robaxin
    rocaltrol ropinirole rosuvastatine? rozlytrek rukobia rybelsus rydapt rythmol sabril saizen salbutamol salmeterol
    salofalk samsca sandostatin saphnelo saphris sativex savella saxagliptine? saxenda seasonale sectral secukinumab
    seebri semaglutide semglee sensipar septra serax serc serevent seroquel sertraline sibelium sildenafil silenor
    siliq simlandi simponi simvastatine? sinemet sinequan singulair sintrom sitagliptine? skyrizi sleeping_pills?
    sofosbuvir solifenacine? soliqua soliris solu-medrol somatuline somavert somniferes? soolantra soriatane sotacor
    sotyktu sovaldi spinraza spiriva spironolactone sporanox spravato sprycel stalevo statex statines? statins?
    steglatro stelara stelazine steroids? stivarga strattera strensiq stribild sublinox sublocade suboxone sucralfate
    sulcrate sulfasalazine sumatriptan sunosi supeudol suprax surmontil sustiva sutent suvexx symbicort symdeko
    symtuza synjardy synthroid taclonex tacrolimus tadalafil tafinlar tagrisso taltz tambocor tamiflu tamoxifene?
    tamsulosine? tapazole tapentadol tarceva targin tasigna tavneos taxol taxotere tecentriq tecfidera tecta tegretol
    telmisartan temazepam temodal tenofovir tenormin terbinafine testim testosterone tetrabenazine tetracycline
    teveten tezspire thalidomide theophylline tiazac ticagrelor ticlid timoptic tiotropium tirzepatide tivicay
    tizanidine toctino tofacitinib tofranil tolterodine topamax topiramate toradol toujeo toviaz tracleer trajenta
    tramacet tramadol trandolapril trastuzumab travatan trazodone trelegy tremfya tresiba tri-cyclen trikafta
    trileptal trimethoprime? trintellix triumeq trizivir trodelvy trosec trulicity trusopt truvada tudorza tukysa
    twynsta tykerb tylenol tysabri ubrelvy uloric ultibro ultomiris ultram uniphyl upadacitinib uptravi ursodiol
    ustekinumab vabysmo vagifem valacyclovir valium valproate valproic_acid valsartan valtrex vancocin vardenafil
    vascepa vasotec vectibix velcade velphoro velsipity vemlidy venclexta venlafaxine venofer ventolin verapamil
    vermox verquvo verzenio vesicare vfend viagra vibramycin victoza vidaza viibryd vimizim vimpat vincristine viread
    visanne visken volibris voltaren vosevi votrient vpriv vraylar vumerity vyepti vyndaqel vyvanse vyxeos vyzulta
    wakix warfarine? wegovy wellbutrin xalacom xalatan xalkori xanax xarelto xatral xeljanz xeloda xenical xeomin
    xiaflex xifaxan xigduo xiidra xofluza xolair xtandi xultophy xyrem yervoy yuflyma zanaflex zantac zaroxolyn zaxine
    zejula zelboraf zeldox zenhale zepatier zepbound zeposia zestril ziagen zithromax zocor zofran zoladex zolgensma
    zolmitriptan zoloft zolpidem zometa zomig zonegran zopiclone zyban zyprexa zytiga zytram zyvoxam
    """

#: More of them, among them the plurals of talk ("mes Ativans"), common misspellings and what is taken under no name.
_FURTHER: Final = r"""
    permethrine? lisdexamfetamine acitretin hcq ssz
    fludrocortisone
    viacoram monocor plendil asaphen lunesta hydromorph_contin maxeran motilium mictoryl zovirax famvir tactupump dermovate
    elocom zyloprim nitrodur lancora apomorphine duodopa minocin penicilline?_[gv]
    alysena betaderm clarus clozaril cyproterone diabeta duragesic eligard entrophen evra kayexalate
    lolo metadol metamucil nitro propecia sandimmune slynd tactuplex tricira vimovo yasmin yaz
    aas abacavir abatacept abemaciclib abiraterone acalabrutinib acebutolol acetaminophen acetylsalicylate
    acetylsalicylic_acid acide_acetylsalicylique acide_folique aclidinium adapalene adderal
    adrenaline advairs? advils? afatinib aflibercept agalsidase albendazole albuterol alectinib alemtuzumab
    alfuzosine? alglucosidase alirocumab allegra almotriptan alogliptin(?:e)? alprazolams? alprostadil amiloride
    amlodipin(?:e)? amox-clav amoxicillin amoxil amphetamines? ampicillin anakinra anastrozol(?:e)? anifrolumab
    apalutamide apremilast aripiprazol(?:e)? asa asenapine aspart aspirin aspirines atazanavir atezolizumab ativans?
    atogepant atomoxetine atorvastatin atovaquone avelumab axitinib azacitidine azathioprin(?:e)? azilsartan
    azithromycin(?:e)? b12 baclofen beclomethasone bedaquiline belimumab benadryls? benazepril bendamustine benemid
    benralizumab benserazide benzoyl_peroxide betamethasone bezafibrate bicalutamide bictegravir bilastine?
    bimatoprost binimetinib biologics? biologiques? birth_control_(?:pills?|shots?) bisacodyl bismuth bleomycine?
    blexten bonjesta bortezomib bosutinib botox_injections? brexpiprazol(?:e)? breztri brigatinib brimonidine
    brinzolamide brivaracetam brodalumab bromazepams? bromocriptine bumetanide buprenorphine? bupropione? burosumab
    busulfan cabergoline cabotegravir cabozantinib calcipotriol calcitonin calcitriol canagliflozin canakinumab
    cannabidiol cannabis_(?:medical|therapeutique) capecitabin carbamazepin carbidopa carbonate_de_lithium carboplatin
    carfilzomib carisoprodol cbd_oil cefadroxil cefalexine? cefazoline? cefixime cefprozil ceftriaxone celebrexs?
    celecoxib celexas? cephalexin cetirizin(?:e)? cetrotide cetuximab chlorambucil chloroquine chlorpheniramine
    chlorpromazine chlorthalidone ciclesonide cilazapril cinacalcet cipralexs? ciprofloxacin cisplatin cladribine
    clarithromycin claritins? clavulanate clindamycin clobazam clobetasol clomiphene clonazepams? clonidine?
    clotrimazole cloxacilline? clozapine? codeine? codeines colace colchicin(?:e)? colistine? cortisones? coumadins?
    coversyls? crestors? crizotinib cyclobenzaprin cyclophosphamid(?:e)? cyclosporin cyclosporine_eye_drops cymbaltas?
    cytarabine dabrafenib dalteparine? dantrolene dapagliflozin daratumumab darbepoetine? darifenacine? darolutamide
    darunavir dasatinib daunorubicine? decitabine degarelix degludec desloratadine? desmopressine? desogestrel detemir
    deucravacitinib dexamethason(?:e)? dexamphetamine? dexlansoprazole dextroamphetamine diazepams? diclectin digoxin
    dilaudids? dimenhydrinate dimethyl_fumarate diphenhydramine dipyridamole disulfiram docetaxel docusate dorzolamide
    doxazosine? doxorubicine? doxycyclin(?:e)? doxylamine dronedarone drospirenone dulaglutid(?:e)? dulcolax
    duloxetine? dupilumab durvalumab dutasterid(?:e)? eculizumab edaravone efavirenz effexors? elavils? eletriptan
    elexacaftor eliquis? emicizumab empagliflozin encorafenib enoxaparine? entacapone entecavir enzalutamide
    epi-?pens? epidiolex epinephrine epirubicine? eplerenone epo eprosartan eptinezumab erenumab ergotamine erlotinib
    ertapenem erythromycin erythropoietine? eslicarbazepine estazolam eszopiclone ethosuximide
    etoricoxib evolocumab exemestan(?:e)? exenatide? eye_drops ezetimib(?:e)? facteur_viii factor_viii famciclovir
    famotidin(?:e)? faricimab felodipin(?:e)? fenofibrate fer_(?:iv|intraveineux) ferrous_sulfate fesoterodine?
    fexofenadine? fidaxomicine? filgrastim finasterid(?:e)? fingolimod flovents? fludarabine flupentixol fluphenazine
    flurazepam flutamide fluticason(?:e)? fluvastatin fluvoxamine folic_acid fondaparinux forxigas? fosavance
    fosfomycin fremanezumab frovatriptan fulvestrant gabapentin galcanezumab gefitinib gemcitabine gemfibrozil
    gentamicine? glargine glatiramer glecaprevir gliclazide? glucophages? glycopyrronium gonadotropin goserelin
    gouttes_(?:pour_(?:les|mes|ses)_yeux|ophtalmiques|oculaires) granisetron gravols? growth_hormone heparin
    hormone_de_croissance huile_de_cbd humiras? hydrocodone hydrocortison(?:e)? hydromorph(?:one)?s?
    hydroxychloroquin(?:e)? hydroxyzine? ibuprofen icosapent_ethyl idursulfase ifosfamide imiglucerase imiquimod
    immunoglobulines? immunoglobulins? immunosuppress(?:ants?|eurs?|ors?) imodiums? inclisiran indacaterol
    indometacine? inhalateurs? inhalers? interferon_beta interferons? ipilimumab ipratropium irinotecan
    iron_(?:pills|infusions?|supplements?) isoniazide isosorbide isotretinoine? itraconazole ivacaftor ivermectin ivig
    ixekizumab januvias? jardiances? k-dur ketoconazole kirsty labetalol lamivudine lamotrigin lanreotide lanthanum
    lantuss? laronidase latanoprost lax-a-day ledipasvir leflunomid(?:e)? lemborexant lenvatinib letrozol(?:e)?
    leuprolide leuproreline? levofloxacin levomepromazine levothyroid levothyrox(?:in|ine)? linaclotide linagliptin
    lipitors? liraglutid(?:e)? lisdexamfetamine? lispro lithium_carbonate lixisenatide loperamide loratadin(?:e)?
    lorazepams? lorlatinib lovastatin loxapine lumacaftor lurasidon(?:e)? lyrika mebendazole
    medical_(?:cannabis|marijuana) medroxyprogesterone melphalan memantin(?:e)? menopur mepolizumab
    mercaptopurin(?:e)? meropenem mesalamine mesalazine metformin metformines? methadones? methimazole methocarbamol
    methotrexat(?:e)? methyldopa methylphenidate? methylprednisolone metronidazole? midazolam migalastat
    minocyclin(?:e)? minoxidil mirtazapine? mitomycine? mometasone morphine? mounjaros? moxifloxacin naltrexone?
    naproxen naratriptan narcan natalizumab nebivolol neurontins? nevirapine nexiums? niacine? nicorette
    nicotine_(?:patch(?:es)?|gum) nifedipin(?:e)? nilotinib niraparib nitrazepam nitro_(?:spray|patch|pills?)
    nitrofurantoin nitroglycerin(?:e)? norethindrone norfloxacine? norvascs? nusinersen nystatin ocrelizumab
    octreotid(?:e)? ofatumumab olanzapine? olaparib omalizumab onasemnogene ondansetron opium osimertinib oxaliplatin
    oxazepams? oxcarbazepin(?:e)? oxybutynin oxycontins? oxys? ozampic ozanimod ozempics? ozempik ozempique paclitaxel
    palbociclib paliperidon(?:e)? pancrelipase panitumumab pantolocs? paracetamol
    patchs?_(?:de_nicotine|de_fentanyl|nicotine) paxils? pazopanib pegfilgrastim penicillin(?:e)? perampanel
    percocets? perphenazine pertuzumab phenobarbitone phenytoin pilocarpine
    pilule_(?:contraceptive|du_lendemain|anticonceptionnelle) pimozide pioglitazone piperacilline? pitavastatin plan_b
    plavixs? polyethylene_glycol pomalidomide pompes?_(?:bleue|pour_l'asthme|d'asthme) ponatinib potassium_chloride
    pradaxas? pramipexol(?:e)? prasugrel pravastatin praziquantel prazosine? prednisolone prednisones? pregabalin
    prenatal_vitamins? primidon(?:e)? pristiqs? probenecid progesteron(?:e)? prozacs? prucalopride puffers?
    pulmicorts? pyrazinamide pyrimethamine quetiapine? raloxifen(?:e)? raltegravir ranibizumab ranitidin ranolazine
    rasagiline ravulizumab reactines? regorafenib remerons? resotrans restoralax ribavirine? ribociclib rifabutine?
    rifampicine? rifampin rifaximine? rilpivirine riluzol(?:e)? rimegepant risdiplam risperidon(?:e)? ritaline
    ritalins? ritonavir rivastigmine rivotrile rivotrils? romosozumab ropinirol(?:e)? rosiglitazone rosuvastatin
    rotigotine rufinamide rupall rupatadine? sacubitril safinamide sarilumab saxagliptin selegiline semaglutid(?:e)?
    senokot seroquels? sevelamer silodosine? simeticone simvastatin singulairs? sinthroid siponimod sirolimus
    sitagliptin slow-k solifenacin somatropine? sorafenib sotalol spirivas? sterilet_mirena stiripentol
    sulfamethoxazole sulfasalazin(?:e)? sulfate_ferreux sunitinib suvorexant symbicorts? synthroids? synthyroid
    syntroid tacrolimus_ointment tafamidis tamoxifen tamsulosin temazepams? temozolomide terazosine? terbinafin(?:e)?
    terbutaline teriflunomide teriparatide testosteron(?:e)? tetrabenazin(?:e)? tetracyclin(?:e)? tezacaftor
    tezepelumab theophyllin(?:e)? thiamazole thyroxine? tildrakizumab timbres?_(?:de_nicotine|nicotine)
    timolol tinzaparine? tirzepatid(?:e)? tizanidin tobramycine? tocilizumab tolterodin(?:e)? topiramat(?:e)?
    topotecan torsemide trametinib travoprost trazodones? tretinoine? triamcinolone triamterene triazolam
    trifluoperazine trimethoprim trintellixs? trospium trulicitys? trurapi tylenols? ubrogepant ulipristal
    umeclidinium valiums? valproic vancomycine? varenicline? vedolizumab velpatasvir vemurafenib venetoclax
    synagis palivizumab diane-35 synarel lupkynis adbry nuvigil nuplazid apokyn vyvgart hizentra privigen advate thiamine briumvi
    beyfortus nirsevimab enjaymo tylenol_[1-4] camzyos quviviq caplyta padcev libtayo abrilada
    cosela zymfentra cibinqo nemluvio lyumjev baqsimi gvoke fesoterodine
    albrioza aptiom austedo banzel blincyto brukinsa carvykti crizanlizumab cyklokapron diacomit donanemab
    enerzair
    enspryng (?:asthma|copd|blue|rescue|steroid)_(?:inhalers?|puffers?|pumps?|medications?|meds)
    (?:fentanyl|estrogen|testosterone|hormone|morphine)_patch(?:es)? farxiga fintepla firdapse gliadel glucagon inpefa ingrezza
    invega_sustenna kisunla kymriah lecanemab leqembi lexapro lodalis lomustine lumakras lupron_depot lutathera lysteda mestinon
    micronor mifegymiso mifepristone nexletol nuedexta octagam opdualag orgovyx ovidrel oxbryta oxeze pluvicto pregvit
    psilocybine? pyridostigmine relyvrio rybrevant siklos stiolto tranexamic_acid acide_tranexamique uplizna ventoline vonjo
    welireg xcopri xenazine yescarta (?:pilules?|supplements?|injections?)_de_fer
    (?:heart|blood_pressure|thyroid|cholesterol|diabetes|seizure|anxiety|adhd|hiv)_(?:pills?|meds|medications?|medicines?)
    semaglutides? wegovys? saxendas? pegvaliase
    nicotine_(?:patch(?:es)?|gum|lozenges?) gommes?_(?:de|a_la)_nicotine timbres?_de_fentanyl
    depo_provera contraception pilule_abortive abortion_pills? morning_after_pill pre-?_?exposure_prophylaxis
    cemiplimab reslizumab brolucizumab tralokinumab lebrikizumab mirikizumab spesolimab bimekizumab satralizumab inebilizumab
    teprotumumab abrocitinib ritlecitinib ruxolitinib fedratinib asciminib talazoparib ixazomib gosereline finerenone
    propylthiouracile? zoledronique zoledronic(?:_acid)? acide_zoledronique obeticholi(?:que|c(?:_acid)?) cenobamate fenfluramine
    sodium_oxybate oxybate_de_sodium disulfirame? esketamine opicapone tofersen glatiramere? dimethyle?_fumarate
    fumarate_de_dimethyle
    ponesimod roflumilast pirfenidone nintedanib macitentan ambrisentan riociguat selexipag treprostinil nirmatrelvir
    valganciclovir ganciclovir letermovir linezolide? posaconazole isavuconazole caspofungine? micafungine? amphotericine?_b
    gonadotropines? pasireotide vibegron epoetine? romiplostim eltrombopag deferasirox deferiprone deferoxamine
    luspatercept voxelotor miglustat eliglustat sapropterine? patisiran vutrisiran inotersen givosiran lumasiran lanadelumab
    icatibant berotralstat setmelanotide voretigene avacopan iptacopan pegcetacoplan efgartigimod zilucoplan rozanolixizumab
    maribavir odevixibat maralixibat vericiguat bempedoic(?:_acid)? acide_bempedoique icosapent volanesorsen mavacamten
    dasiglucagon fluorouracil(?:_topical)? 5-?fu bleomycine dactinomycine carmustine dacarbazine
    pemetrexed trifluridine tipiracil eribuline? vinflunine cabazitaxel trabectedine? lutetium radium-223 selinexor
    idelalisib alpelisib capivasertib sotorasib adagrasib selpercatinib pralsetinib larotrectinib entrectinib tepotinib
    capmatinib tucatinib neratinib lapatinib vandetanib tivozanib ripretinib avapritinib midostaurine? gilteritinib ivosidenib
    enasidenib glasdegib vismodegib sonidegib pirtobrutinib blinatumomab obinutuzumab polatuzumab brentuximab inotuzumab
    gemtuzumab mogamulizumab elotuzumab isatuximab teclistamab talquetamab epcoritamab glofitamab necitumumab ramucirumab
    dostarlimab tremelimumab sacituzumab enfortumab tisotumab margetuximab relatlimab tebentafusp
    tisagenlecleucel axicabtagene ciltacabtagene mitoxantrone ublituximab etrasimod
    filgotinib efalizumab tapinarof crisaborole ivermectine pimecrolimus
    benzydamine sucroferric tenapanor patiromer difelikefaline? etelcalcetide paricalcitol asfotase teduglutide
    linzess trientine penicillamine cysteamine carglumic betaine sebelipase cerliponase elosulfase velaglucerase
    taliglucerase olipudase avalglucosidase ataluren delandistrogene vamorolone deflazacort
    pitolisant solriamfetol daridorexant lumateperone pimavanserine? valbenazine deutetrabenazine
    vortioxetine levomilnacipran zuranolone brexanolone phenelzine tranylcypromine nefazodone lofexidine
    pegloticase lesinurad voclosporine? belatacept basiliximab thymoglobuline? lomitapide mipomersen
    sotagliflozine? ertugliflozine? albiglutide pramlintide nateglinide cagrilintide insuline_degludec
    sotatercept vanzacaftor delamanide? pretomanide? tecovirimat remdesivir baloxavir peramivir
    bezlotoxumab lenacapavir islatravir fostemsavir ibalizumab doravirine etravirine lopinavir grazoprevir elbasvir
    ombitasvir daclatasvir bulevirtide tedizolide dalbavancine? oritavancine? ceftobiprole ceftazidime cefepime
    piperacillin(?:e)?-?_?tazobactam aztreonam colistimethate plazomicine? omadacycline eravacycline fidaxomicine
    berinert cinryze colazal firazyr haegarda orladeyo quinine takhzyro
    venlafaxine? ventolins? victozas? vigabatrin(?:e)? vilanterol vilazodone viloxazine vinblastine vincristin
    vinorelbine vitamin_b12 vitamin_d vitamine_b12 vitamine_d voltarens? voriconazole vyvance warfarin
    water_pills? wellbutrins? xareltos? zafirlukast zaleplon zanubrutinib ziprasidone zolofts?
    zonisamide zuclopenthixol zyprexas?
    """

#: What a person takes.
DRUGS: Final = _KNOWN + _FURTHER

#: How the international names of drugs end (WHO's stems).
STEMS: Final = (
    "sartan|prazole?|azepam|zolam|statine?|oxetine|cilline?|mycine?|floxacine?|cycline|gliptine?|gliflozine?"
    "|glutide|tiapine|peridone|olol|dipine|thiazide|semide|triptan|setron|ximab|zumab|lumab|mumab|sumab|kizumab"
    "|tinib|citinib|rafenib|ciclib|fibrate|dronate|lukast|profene?|codone|morphone|barbital|conazole|nidazole"
    "|trozole|cyclovir|buvir|tegravir|vudine|taxel|rubicine?|triptyline|ipramine|gabaline?|promazine|xaban|trexate"
    "|zolamide|tadine|rizine|zapine|tazapine|mazepine|pril|parine?|coxib|fenac|oxicam|terol|platine?|citabine"
    "|zomib|parib|limus|stigmine|thyroxine|formine?|glitazone|ercept|tacept|sidone|fentanil|fentanyl|methasone"
    "|nisolone|estradiol|grelor|[a-z]mab|lisib|rasib|sidenib|degib|gepant|orexant|vaptan|sentan|ciguat|cabtagene|siran"
    "|lutamide|relix|prazan|previr|asvir|navir|zolid|penem|sulfase|dopa|bamate|racetam|glinide|gatran|teplase|glutide"
    "|caftor|[nrb]ersen|camten|panel|coplan|cortisone|amphetamine?|amfetamine?|copan|poetine?|grastim|leucel|ketamine"
)
